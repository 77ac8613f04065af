// Generated from the JSON schema beside it; the test that compares the two rewrites it with `vitest run -u`.
"use strict";
export const validateContract = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","properties":{"contract_meta":{"type":"object","properties":{"id":{"type":"string","pattern":"\\S"},"version":{"type":["string","number"]},"owner":{"type":"string"},"scope":{"allOf":[{"$ref":"#/definitions/scope"}]},"created_from_spec":{},"created_from":{},"covers_reqs":{},"created_at":{},"type":{},"system":{},"last_reviewed_by":{},"last_reviewed_at":{},"description":{},"title":{},"status":{}}},"scope":{"allOf":[{"$ref":"#/definitions/scope"}]},"rules":{"type":["object","array"],"items":{"$ref":"#/definitions/rule"},"properties":{"non_negotiable":{"type":"array","items":{"$ref":"#/definitions/rule"}},"soft":{"type":"array","items":{"$ref":"#/definitions/rule"}},"couplings":{}}},"non_negotiable_rules":{"type":"array","items":{"$ref":"#/definitions/rule"}},"soft_rules":{"type":"array","items":{"$ref":"#/definitions/rule"}},"waivers":{"type":"array","items":{"$ref":"#/definitions/waiver"}},"journey_meta":{"type":"object","properties":{"id":{"type":"string","pattern":"\\S"},"title":{"type":"string"},"name":{"type":"string"},"from_spec":{},"covers_reqs":{},"type":{},"dod_criticality":{},"status":{},"last_verified":{},"owner":{},"issue":{},"description":{},"persona":{},"owner_ticket":{},"assertion_bar":{}}},"test_hooks":{"allOf":[{"$ref":"#/definitions/test_hooks"}]},"journeys":{"type":"array","items":{"type":"object","properties":{"test_hooks":{"$ref":"#/definitions/test_hooks"}}}},"journey_definition":{},"llm_policy":{},"llm_edit_policy":{},"context_summary":{},"compliance_checklist":{},"test_requirements":{},"enforcement":{},"changelog":{},"description":{},"preconditions":{},"steps":{},"postconditions":{},"acceptance_criteria":{},"definition_of_done":{},"invariants":{},"structural_rules":{},"board_auditor_rules":{},"contracts":{},"couplings":{},"requirements":{},"feature":{},"feature_name":{},"journey_name":{},"contract_type":{},"version":{},"owner":{},"metadata":{},"timing":{},"dod":{},"dod_criticality":{},"anti_patterns":{},"success_criteria":{},"error_scenarios":{},"negative_tests":{},"test_quality":{},"infrastructure":{},"completion_verification":{},"parallel_coordination":{},"agent_checklist":{},"agent_protocol":{},"protected_files":{},"defaults":{},"created_from_spec":{},"test_file":{},"test_command":{},"scenario":{},"scenarios":{},"depends_on":{},"requirements_coverage":{},"uncovered_requirements":{},"uncovered_journeys":{},"test_files":{},"adr_id":{},"contract_id":{}},"definitions":{"scope":{"type":["string","array"],"minItems":1,"items":{"type":"string","pattern":"\\S"}},"rule":{"type":"object","required":["id"],"properties":{"id":{"type":"string","pattern":"\\S"},"title":{"type":"string"},"scope":{"allOf":[{"$ref":"#/definitions/scope"}]},"severity":{"type":"string"},"require":{"enum":["any","every"]},"match":{"enum":["text","code"]},"behavior":{"allOf":[{"$ref":"#/definitions/behavior"}]},"behavior_spec":{"allOf":[{"$ref":"#/definitions/behavior"}]},"forbidden_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"required_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"auto_fix":{"allOf":[{"$ref":"#/definitions/auto_fix"}]},"example_violation":{"type":["string","array"],"items":{"type":"string"}},"example_violations":{"type":["string","array"],"items":{"type":"string"}},"example_compliant":{"type":["string","array"],"items":{"type":"string"}},"example_compliants":{"type":["string","array"],"items":{"type":"string"}},"suggestion":{"type":"string"},"suggested_behavior":{"type":["string","array"],"items":{"type":"string"}},"llm_may_bend_if":{"type":["string","array"],"items":{"type":"string"}},"llm_may_adjust_if":{"type":["string","array"],"items":{"type":"string"}},"name":{"type":"string"},"rule":{"type":"string"},"description":{"type":"string"},"rationale":{},"status":{},"mutability":{},"must_hold":{},"rule_type":{},"logging_contract":{},"allowed_changes":{},"disallowed_changes":{},"enforcement":{},"test_file":{},"allowed_exceptions":{},"test_scenarios":{},"known_issues":{},"improvement_plan":{},"what_currently_works":{},"statement":{},"check":{},"verification":{},"criticality":{},"threshold":{},"metric":{},"references":{},"tests":{}}},"behavior":{"type":"object","properties":{"forbidden_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"required_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"allowed_domains":{"type":["string","array"],"items":{"type":"string"}},"forbidden_domains":{"type":["string","array"],"items":{"type":"string"}},"auto_fix":{"allOf":[{"$ref":"#/definitions/auto_fix"}]},"example_violation":{"type":["string","array"],"items":{"type":"string"}},"example_violations":{"type":["string","array"],"items":{"type":"string"}},"example_compliant":{"type":["string","array"],"items":{"type":"string"}},"example_compliants":{"type":["string","array"],"items":{"type":"string"}},"require":{"enum":["any","every"]},"match":{"enum":["text","code"]},"consistency_check":{},"required_sequence":{},"test_scenarios":{}}},"patterns":{"type":"array","items":{"$ref":"#/definitions/pattern"}},"pattern":{"type":["object","string"],"required":["pattern"],"properties":{"pattern":{"type":"string","pattern":"\\S"},"message":{"type":"string"},"description":{"type":"string"},"require":{"enum":["any","every"]},"match":{"enum":["text","code"]},"in_files":{"allOf":[{"$ref":"#/definitions/scope"}]},"auto_fix":{"allOf":[{"$ref":"#/definitions/auto_fix"}]},"severity":{},"reason":{},"id":{},"negative_lookahead":{},"must_appear_before":{}}},"auto_fix":{"type":"object","required":["strategy"],"properties":{"strategy":{"enum":["replace","insert","wrap","remove","replace_with","add_import","wrap_with","remove_pattern"]},"hint":{"type":"string"},"wrap_pattern":{"type":"string"},"find":{"type":"string"},"replace":{"type":"string"},"text":{"type":"string"},"anchor":{"type":"string"},"import_line":{"type":"string"},"target":{"type":"string"},"safety":{"enum":["safe","unsafe"]},"when":{"type":["array","object","string"]},"wrapper":{},"position":{}}},"test_hooks":{"type":"object","properties":{"e2e_test_file":{"type":"string"},"required_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"forbidden_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"tests":{},"tooling":{},"test_file":{}}},"waiver":{"type":"object","properties":{"invariant_id":{"type":"string","pattern":"\\S"},"rule_id":{"type":"string","pattern":"\\S"},"reason":{"type":"string"},"owner":{"type":"string"},"expires":{"type":"string"},"tracking_issue":{"type":"string"},"approved_by":{"type":"string"},"files":{"allOf":[{"$ref":"#/definitions/scope"}]}}}}};
const pattern0 = new RegExp("\\S", "u");
const schema7 = {"type":["string","array"],"minItems":1,"items":{"type":"string","pattern":"\\S"}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema7.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Array.isArray(data)){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {"type":"object","required":["id"],"properties":{"id":{"type":"string","pattern":"\\S"},"title":{"type":"string"},"scope":{"allOf":[{"$ref":"#/definitions/scope"}]},"severity":{"type":"string"},"require":{"enum":["any","every"]},"match":{"enum":["text","code"]},"behavior":{"allOf":[{"$ref":"#/definitions/behavior"}]},"behavior_spec":{"allOf":[{"$ref":"#/definitions/behavior"}]},"forbidden_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"required_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"auto_fix":{"allOf":[{"$ref":"#/definitions/auto_fix"}]},"example_violation":{"type":["string","array"],"items":{"type":"string"}},"example_violations":{"type":["string","array"],"items":{"type":"string"}},"example_compliant":{"type":["string","array"],"items":{"type":"string"}},"example_compliants":{"type":["string","array"],"items":{"type":"string"}},"suggestion":{"type":"string"},"suggested_behavior":{"type":["string","array"],"items":{"type":"string"}},"llm_may_bend_if":{"type":["string","array"],"items":{"type":"string"}},"llm_may_adjust_if":{"type":["string","array"],"items":{"type":"string"}},"name":{"type":"string"},"rule":{"type":"string"},"description":{"type":"string"},"rationale":{},"status":{},"mutability":{},"must_hold":{},"rule_type":{},"logging_contract":{},"allowed_changes":{},"disallowed_changes":{},"enforcement":{},"test_file":{},"allowed_exceptions":{},"test_scenarios":{},"known_issues":{},"improvement_plan":{},"what_currently_works":{},"statement":{},"check":{},"verification":{},"criticality":{},"threshold":{},"metric":{},"references":{},"tests":{}}};
const schema9 = {"type":"object","properties":{"forbidden_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"required_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"allowed_domains":{"type":["string","array"],"items":{"type":"string"}},"forbidden_domains":{"type":["string","array"],"items":{"type":"string"}},"auto_fix":{"allOf":[{"$ref":"#/definitions/auto_fix"}]},"example_violation":{"type":["string","array"],"items":{"type":"string"}},"example_violations":{"type":["string","array"],"items":{"type":"string"}},"example_compliant":{"type":["string","array"],"items":{"type":"string"}},"example_compliants":{"type":["string","array"],"items":{"type":"string"}},"require":{"enum":["any","every"]},"match":{"enum":["text","code"]},"consistency_check":{},"required_sequence":{},"test_scenarios":{}}};
const schema10 = {"type":"array","items":{"$ref":"#/definitions/pattern"}};
const schema11 = {"type":["object","string"],"required":["pattern"],"properties":{"pattern":{"type":"string","pattern":"\\S"},"message":{"type":"string"},"description":{"type":"string"},"require":{"enum":["any","every"]},"match":{"enum":["text","code"]},"in_files":{"allOf":[{"$ref":"#/definitions/scope"}]},"auto_fix":{"allOf":[{"$ref":"#/definitions/auto_fix"}]},"severity":{},"reason":{},"id":{},"negative_lookahead":{},"must_appear_before":{}}};
const schema12 = {"type":"object","required":["strategy"],"properties":{"strategy":{"enum":["replace","insert","wrap","remove","replace_with","add_import","wrap_with","remove_pattern"]},"hint":{"type":"string"},"wrap_pattern":{"type":"string"},"find":{"type":"string"},"replace":{"type":"string"},"text":{"type":"string"},"anchor":{"type":"string"},"import_line":{"type":"string"},"target":{"type":"string"},"safety":{"enum":["safe","unsafe"]},"when":{"type":["array","object","string"]},"wrapper":{},"position":{}}};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.strategy === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "strategy"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.strategy !== undefined){
let data0 = data.strategy;
if(!((((((((data0 === "replace") || (data0 === "insert")) || (data0 === "wrap")) || (data0 === "remove")) || (data0 === "replace_with")) || (data0 === "add_import")) || (data0 === "wrap_with")) || (data0 === "remove_pattern"))){
const err1 = {instancePath:instancePath+"/strategy",schemaPath:"#/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema12.properties.strategy.enum}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.hint !== undefined){
if(typeof data.hint !== "string"){
const err2 = {instancePath:instancePath+"/hint",schemaPath:"#/properties/hint/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.wrap_pattern !== undefined){
if(typeof data.wrap_pattern !== "string"){
const err3 = {instancePath:instancePath+"/wrap_pattern",schemaPath:"#/properties/wrap_pattern/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.find !== undefined){
if(typeof data.find !== "string"){
const err4 = {instancePath:instancePath+"/find",schemaPath:"#/properties/find/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.replace !== undefined){
if(typeof data.replace !== "string"){
const err5 = {instancePath:instancePath+"/replace",schemaPath:"#/properties/replace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.text !== undefined){
if(typeof data.text !== "string"){
const err6 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.anchor !== undefined){
if(typeof data.anchor !== "string"){
const err7 = {instancePath:instancePath+"/anchor",schemaPath:"#/properties/anchor/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.import_line !== undefined){
if(typeof data.import_line !== "string"){
const err8 = {instancePath:instancePath+"/import_line",schemaPath:"#/properties/import_line/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.target !== undefined){
if(typeof data.target !== "string"){
const err9 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.safety !== undefined){
let data9 = data.safety;
if(!((data9 === "safe") || (data9 === "unsafe"))){
const err10 = {instancePath:instancePath+"/safety",schemaPath:"#/properties/safety/enum",keyword:"enum",params:{allowedValues: schema12.properties.safety.enum}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.when !== undefined){
let data10 = data.when;
if((!data10 || typeof data10 != "object") && (typeof data10 !== "string")){
const err11 = {instancePath:instancePath+"/when",schemaPath:"#/properties/when/type",keyword:"type",params:{type: schema12.properties.when.type}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (typeof data !== "string")){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema11.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.pattern === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "pattern"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.pattern !== undefined){
let data0 = data.pattern;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err2 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/pattern",schemaPath:"#/properties/pattern/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
const err4 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.require !== undefined){
let data3 = data.require;
if(!((data3 === "any") || (data3 === "every"))){
const err6 = {instancePath:instancePath+"/require",schemaPath:"#/properties/require/enum",keyword:"enum",params:{allowedValues: schema11.properties.require.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.match !== undefined){
let data4 = data.match;
if(!((data4 === "text") || (data4 === "code"))){
const err7 = {instancePath:instancePath+"/match",schemaPath:"#/properties/match/enum",keyword:"enum",params:{allowedValues: schema11.properties.match.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.in_files !== undefined){
if(!(validate22(data.in_files, {instancePath:instancePath+"/in_files",parentData:data,parentDataProperty:"in_files",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.auto_fix !== undefined){
if(!(validate31(data.auto_fix, {instancePath:instancePath+"/auto_fix",parentData:data,parentDataProperty:"auto_fix",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
validate29.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate29(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}


function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.forbidden_patterns !== undefined){
if(!(validate28(data.forbidden_patterns, {instancePath:instancePath+"/forbidden_patterns",parentData:data,parentDataProperty:"forbidden_patterns",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.required_patterns !== undefined){
if(!(validate28(data.required_patterns, {instancePath:instancePath+"/required_patterns",parentData:data,parentDataProperty:"required_patterns",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.allowed_domains !== undefined){
let data2 = data.allowed_domains;
if((typeof data2 !== "string") && (!(Array.isArray(data2)))){
const err0 = {instancePath:instancePath+"/allowed_domains",schemaPath:"#/properties/allowed_domains/type",keyword:"type",params:{type: schema9.properties.allowed_domains.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
const err1 = {instancePath:instancePath+"/allowed_domains/" + i0,schemaPath:"#/properties/allowed_domains/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
if(data.forbidden_domains !== undefined){
let data4 = data.forbidden_domains;
if((typeof data4 !== "string") && (!(Array.isArray(data4)))){
const err2 = {instancePath:instancePath+"/forbidden_domains",schemaPath:"#/properties/forbidden_domains/type",keyword:"type",params:{type: schema9.properties.forbidden_domains.type}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
if(typeof data4[i1] !== "string"){
const err3 = {instancePath:instancePath+"/forbidden_domains/" + i1,schemaPath:"#/properties/forbidden_domains/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
}
if(data.auto_fix !== undefined){
if(!(validate31(data.auto_fix, {instancePath:instancePath+"/auto_fix",parentData:data,parentDataProperty:"auto_fix",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.example_violation !== undefined){
let data7 = data.example_violation;
if((typeof data7 !== "string") && (!(Array.isArray(data7)))){
const err4 = {instancePath:instancePath+"/example_violation",schemaPath:"#/properties/example_violation/type",keyword:"type",params:{type: schema9.properties.example_violation.type}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
if(typeof data7[i2] !== "string"){
const err5 = {instancePath:instancePath+"/example_violation/" + i2,schemaPath:"#/properties/example_violation/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
if(data.example_violations !== undefined){
let data9 = data.example_violations;
if((typeof data9 !== "string") && (!(Array.isArray(data9)))){
const err6 = {instancePath:instancePath+"/example_violations",schemaPath:"#/properties/example_violations/type",keyword:"type",params:{type: schema9.properties.example_violations.type}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Array.isArray(data9)){
const len3 = data9.length;
for(let i3=0; i3<len3; i3++){
if(typeof data9[i3] !== "string"){
const err7 = {instancePath:instancePath+"/example_violations/" + i3,schemaPath:"#/properties/example_violations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
if(data.example_compliant !== undefined){
let data11 = data.example_compliant;
if((typeof data11 !== "string") && (!(Array.isArray(data11)))){
const err8 = {instancePath:instancePath+"/example_compliant",schemaPath:"#/properties/example_compliant/type",keyword:"type",params:{type: schema9.properties.example_compliant.type}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data11)){
const len4 = data11.length;
for(let i4=0; i4<len4; i4++){
if(typeof data11[i4] !== "string"){
const err9 = {instancePath:instancePath+"/example_compliant/" + i4,schemaPath:"#/properties/example_compliant/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
if(data.example_compliants !== undefined){
let data13 = data.example_compliants;
if((typeof data13 !== "string") && (!(Array.isArray(data13)))){
const err10 = {instancePath:instancePath+"/example_compliants",schemaPath:"#/properties/example_compliants/type",keyword:"type",params:{type: schema9.properties.example_compliants.type}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(Array.isArray(data13)){
const len5 = data13.length;
for(let i5=0; i5<len5; i5++){
if(typeof data13[i5] !== "string"){
const err11 = {instancePath:instancePath+"/example_compliants/" + i5,schemaPath:"#/properties/example_compliants/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
if(data.require !== undefined){
let data15 = data.require;
if(!((data15 === "any") || (data15 === "every"))){
const err12 = {instancePath:instancePath+"/require",schemaPath:"#/properties/require/enum",keyword:"enum",params:{allowedValues: schema9.properties.require.enum}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.match !== undefined){
let data16 = data.match;
if(!((data16 === "text") || (data16 === "code"))){
const err13 = {instancePath:instancePath+"/match",schemaPath:"#/properties/match/enum",keyword:"enum",params:{allowedValues: schema9.properties.match.enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}


function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err1 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err3 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.scope !== undefined){
if(!(validate22(data.scope, {instancePath:instancePath+"/scope",parentData:data,parentDataProperty:"scope",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.severity !== undefined){
if(typeof data.severity !== "string"){
const err4 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.require !== undefined){
let data4 = data.require;
if(!((data4 === "any") || (data4 === "every"))){
const err5 = {instancePath:instancePath+"/require",schemaPath:"#/properties/require/enum",keyword:"enum",params:{allowedValues: schema8.properties.require.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.match !== undefined){
let data5 = data.match;
if(!((data5 === "text") || (data5 === "code"))){
const err6 = {instancePath:instancePath+"/match",schemaPath:"#/properties/match/enum",keyword:"enum",params:{allowedValues: schema8.properties.match.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.behavior !== undefined){
if(!(validate27(data.behavior, {instancePath:instancePath+"/behavior",parentData:data,parentDataProperty:"behavior",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.behavior_spec !== undefined){
if(!(validate27(data.behavior_spec, {instancePath:instancePath+"/behavior_spec",parentData:data,parentDataProperty:"behavior_spec",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.forbidden_patterns !== undefined){
if(!(validate28(data.forbidden_patterns, {instancePath:instancePath+"/forbidden_patterns",parentData:data,parentDataProperty:"forbidden_patterns",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.required_patterns !== undefined){
if(!(validate28(data.required_patterns, {instancePath:instancePath+"/required_patterns",parentData:data,parentDataProperty:"required_patterns",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.auto_fix !== undefined){
if(!(validate31(data.auto_fix, {instancePath:instancePath+"/auto_fix",parentData:data,parentDataProperty:"auto_fix",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.example_violation !== undefined){
let data11 = data.example_violation;
if((typeof data11 !== "string") && (!(Array.isArray(data11)))){
const err7 = {instancePath:instancePath+"/example_violation",schemaPath:"#/properties/example_violation/type",keyword:"type",params:{type: schema8.properties.example_violation.type}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
if(typeof data11[i0] !== "string"){
const err8 = {instancePath:instancePath+"/example_violation/" + i0,schemaPath:"#/properties/example_violation/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
if(data.example_violations !== undefined){
let data13 = data.example_violations;
if((typeof data13 !== "string") && (!(Array.isArray(data13)))){
const err9 = {instancePath:instancePath+"/example_violations",schemaPath:"#/properties/example_violations/type",keyword:"type",params:{type: schema8.properties.example_violations.type}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
if(typeof data13[i1] !== "string"){
const err10 = {instancePath:instancePath+"/example_violations/" + i1,schemaPath:"#/properties/example_violations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
if(data.example_compliant !== undefined){
let data15 = data.example_compliant;
if((typeof data15 !== "string") && (!(Array.isArray(data15)))){
const err11 = {instancePath:instancePath+"/example_compliant",schemaPath:"#/properties/example_compliant/type",keyword:"type",params:{type: schema8.properties.example_compliant.type}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
if(typeof data15[i2] !== "string"){
const err12 = {instancePath:instancePath+"/example_compliant/" + i2,schemaPath:"#/properties/example_compliant/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
if(data.example_compliants !== undefined){
let data17 = data.example_compliants;
if((typeof data17 !== "string") && (!(Array.isArray(data17)))){
const err13 = {instancePath:instancePath+"/example_compliants",schemaPath:"#/properties/example_compliants/type",keyword:"type",params:{type: schema8.properties.example_compliants.type}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(Array.isArray(data17)){
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
if(typeof data17[i3] !== "string"){
const err14 = {instancePath:instancePath+"/example_compliants/" + i3,schemaPath:"#/properties/example_compliants/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
if(data.suggestion !== undefined){
if(typeof data.suggestion !== "string"){
const err15 = {instancePath:instancePath+"/suggestion",schemaPath:"#/properties/suggestion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.suggested_behavior !== undefined){
let data20 = data.suggested_behavior;
if((typeof data20 !== "string") && (!(Array.isArray(data20)))){
const err16 = {instancePath:instancePath+"/suggested_behavior",schemaPath:"#/properties/suggested_behavior/type",keyword:"type",params:{type: schema8.properties.suggested_behavior.type}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(Array.isArray(data20)){
const len4 = data20.length;
for(let i4=0; i4<len4; i4++){
if(typeof data20[i4] !== "string"){
const err17 = {instancePath:instancePath+"/suggested_behavior/" + i4,schemaPath:"#/properties/suggested_behavior/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
if(data.llm_may_bend_if !== undefined){
let data22 = data.llm_may_bend_if;
if((typeof data22 !== "string") && (!(Array.isArray(data22)))){
const err18 = {instancePath:instancePath+"/llm_may_bend_if",schemaPath:"#/properties/llm_may_bend_if/type",keyword:"type",params:{type: schema8.properties.llm_may_bend_if.type}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(Array.isArray(data22)){
const len5 = data22.length;
for(let i5=0; i5<len5; i5++){
if(typeof data22[i5] !== "string"){
const err19 = {instancePath:instancePath+"/llm_may_bend_if/" + i5,schemaPath:"#/properties/llm_may_bend_if/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
if(data.llm_may_adjust_if !== undefined){
let data24 = data.llm_may_adjust_if;
if((typeof data24 !== "string") && (!(Array.isArray(data24)))){
const err20 = {instancePath:instancePath+"/llm_may_adjust_if",schemaPath:"#/properties/llm_may_adjust_if/type",keyword:"type",params:{type: schema8.properties.llm_may_adjust_if.type}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(Array.isArray(data24)){
const len6 = data24.length;
for(let i6=0; i6<len6; i6++){
if(typeof data24[i6] !== "string"){
const err21 = {instancePath:instancePath+"/llm_may_adjust_if/" + i6,schemaPath:"#/properties/llm_may_adjust_if/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
const err22 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.rule !== undefined){
if(typeof data.rule !== "string"){
const err23 = {instancePath:instancePath+"/rule",schemaPath:"#/properties/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
const err24 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

const schema13 = {"type":"object","properties":{"invariant_id":{"type":"string","pattern":"\\S"},"rule_id":{"type":"string","pattern":"\\S"},"reason":{"type":"string"},"owner":{"type":"string"},"expires":{"type":"string"},"tracking_issue":{"type":"string"},"approved_by":{"type":"string"},"files":{"allOf":[{"$ref":"#/definitions/scope"}]}}};

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.invariant_id !== undefined){
let data0 = data.invariant_id;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err0 = {instancePath:instancePath+"/invariant_id",schemaPath:"#/properties/invariant_id/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/invariant_id",schemaPath:"#/properties/invariant_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.rule_id !== undefined){
let data1 = data.rule_id;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err2 = {instancePath:instancePath+"/rule_id",schemaPath:"#/properties/rule_id/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/rule_id",schemaPath:"#/properties/rule_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.reason !== undefined){
if(typeof data.reason !== "string"){
const err4 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.owner !== undefined){
if(typeof data.owner !== "string"){
const err5 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.expires !== undefined){
if(typeof data.expires !== "string"){
const err6 = {instancePath:instancePath+"/expires",schemaPath:"#/properties/expires/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.tracking_issue !== undefined){
if(typeof data.tracking_issue !== "string"){
const err7 = {instancePath:instancePath+"/tracking_issue",schemaPath:"#/properties/tracking_issue/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.approved_by !== undefined){
if(typeof data.approved_by !== "string"){
const err8 = {instancePath:instancePath+"/approved_by",schemaPath:"#/properties/approved_by/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.files !== undefined){
if(!(validate22(data.files, {instancePath:instancePath+"/files",parentData:data,parentDataProperty:"files",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}

const schema14 = {"type":"object","properties":{"e2e_test_file":{"type":"string"},"required_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"forbidden_patterns":{"allOf":[{"$ref":"#/definitions/patterns"}]},"tests":{},"tooling":{},"test_file":{}}};

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.e2e_test_file !== undefined){
if(typeof data.e2e_test_file !== "string"){
const err0 = {instancePath:instancePath+"/e2e_test_file",schemaPath:"#/properties/e2e_test_file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.required_patterns !== undefined){
if(!(validate28(data.required_patterns, {instancePath:instancePath+"/required_patterns",parentData:data,parentDataProperty:"required_patterns",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.forbidden_patterns !== undefined){
if(!(validate28(data.forbidden_patterns, {instancePath:instancePath+"/forbidden_patterns",parentData:data,parentDataProperty:"forbidden_patterns",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate50.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.contract_meta !== undefined){
let data0 = data.contract_meta;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.id !== undefined){
let data1 = data0.id;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err0 = {instancePath:instancePath+"/contract_meta/id",schemaPath:"#/properties/contract_meta/properties/id/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/contract_meta/id",schemaPath:"#/properties/contract_meta/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.version !== undefined){
let data2 = data0.version;
if((typeof data2 !== "string") && (!((typeof data2 == "number") && (isFinite(data2))))){
const err2 = {instancePath:instancePath+"/contract_meta/version",schemaPath:"#/properties/contract_meta/properties/version/type",keyword:"type",params:{type: schema6.properties.contract_meta.properties.version.type}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.owner !== undefined){
if(typeof data0.owner !== "string"){
const err3 = {instancePath:instancePath+"/contract_meta/owner",schemaPath:"#/properties/contract_meta/properties/owner/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.scope !== undefined){
if(!(validate22(data0.scope, {instancePath:instancePath+"/contract_meta/scope",parentData:data0,parentDataProperty:"scope",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/contract_meta",schemaPath:"#/properties/contract_meta/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.scope !== undefined){
if(!(validate22(data.scope, {instancePath:instancePath+"/scope",parentData:data,parentDataProperty:"scope",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.rules !== undefined){
let data6 = data.rules;
if(!data6 || typeof data6 != "object"){
const err5 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: schema6.properties.rules.type}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate25(data6[i0], {instancePath:instancePath+"/rules/" + i0,parentData:data6,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.non_negotiable !== undefined){
let data8 = data6.non_negotiable;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate25(data8[i1], {instancePath:instancePath+"/rules/non_negotiable/" + i1,parentData:data8,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/rules/non_negotiable",schemaPath:"#/properties/rules/properties/non_negotiable/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data6.soft !== undefined){
let data10 = data6.soft;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
if(!(validate25(data10[i2], {instancePath:instancePath+"/rules/soft/" + i2,parentData:data10,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/rules/soft",schemaPath:"#/properties/rules/properties/soft/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
if(data.non_negotiable_rules !== undefined){
let data12 = data.non_negotiable_rules;
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
if(!(validate25(data12[i3], {instancePath:instancePath+"/non_negotiable_rules/" + i3,parentData:data12,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/non_negotiable_rules",schemaPath:"#/properties/non_negotiable_rules/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.soft_rules !== undefined){
let data14 = data.soft_rules;
if(Array.isArray(data14)){
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
if(!(validate25(data14[i4], {instancePath:instancePath+"/soft_rules/" + i4,parentData:data14,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/soft_rules",schemaPath:"#/properties/soft_rules/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.waivers !== undefined){
let data16 = data.waivers;
if(Array.isArray(data16)){
const len5 = data16.length;
for(let i5=0; i5<len5; i5++){
if(!(validate47(data16[i5], {instancePath:instancePath+"/waivers/" + i5,parentData:data16,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/waivers",schemaPath:"#/properties/waivers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.journey_meta !== undefined){
let data18 = data.journey_meta;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.id !== undefined){
let data19 = data18.id;
if(typeof data19 === "string"){
if(!pattern0.test(data19)){
const err11 = {instancePath:instancePath+"/journey_meta/id",schemaPath:"#/properties/journey_meta/properties/id/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/journey_meta/id",schemaPath:"#/properties/journey_meta/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data18.title !== undefined){
if(typeof data18.title !== "string"){
const err13 = {instancePath:instancePath+"/journey_meta/title",schemaPath:"#/properties/journey_meta/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data18.name !== undefined){
if(typeof data18.name !== "string"){
const err14 = {instancePath:instancePath+"/journey_meta/name",schemaPath:"#/properties/journey_meta/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/journey_meta",schemaPath:"#/properties/journey_meta/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.test_hooks !== undefined){
if(!(validate50(data.test_hooks, {instancePath:instancePath+"/test_hooks",parentData:data,parentDataProperty:"test_hooks",rootData}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
errors = vErrors.length;
}
}
if(data.journeys !== undefined){
let data23 = data.journeys;
if(Array.isArray(data23)){
const len6 = data23.length;
for(let i6=0; i6<len6; i6++){
let data24 = data23[i6];
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.test_hooks !== undefined){
if(!(validate50(data24.test_hooks, {instancePath:instancePath+"/journeys/" + i6+"/test_hooks",parentData:data24,parentDataProperty:"test_hooks",rootData}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath:instancePath+"/journeys/" + i6,schemaPath:"#/properties/journeys/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/journeys",schemaPath:"#/properties/journeys/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const validateRule = validate55;

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err1 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err3 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.scope !== undefined){
if(!(validate22(data.scope, {instancePath:instancePath+"/scope",parentData:data,parentDataProperty:"scope",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.severity !== undefined){
if(typeof data.severity !== "string"){
const err4 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.require !== undefined){
let data4 = data.require;
if(!((data4 === "any") || (data4 === "every"))){
const err5 = {instancePath:instancePath+"/require",schemaPath:"#/properties/require/enum",keyword:"enum",params:{allowedValues: schema8.properties.require.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.match !== undefined){
let data5 = data.match;
if(!((data5 === "text") || (data5 === "code"))){
const err6 = {instancePath:instancePath+"/match",schemaPath:"#/properties/match/enum",keyword:"enum",params:{allowedValues: schema8.properties.match.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.behavior !== undefined){
if(!(validate27(data.behavior, {instancePath:instancePath+"/behavior",parentData:data,parentDataProperty:"behavior",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.behavior_spec !== undefined){
if(!(validate27(data.behavior_spec, {instancePath:instancePath+"/behavior_spec",parentData:data,parentDataProperty:"behavior_spec",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.forbidden_patterns !== undefined){
if(!(validate28(data.forbidden_patterns, {instancePath:instancePath+"/forbidden_patterns",parentData:data,parentDataProperty:"forbidden_patterns",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.required_patterns !== undefined){
if(!(validate28(data.required_patterns, {instancePath:instancePath+"/required_patterns",parentData:data,parentDataProperty:"required_patterns",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.auto_fix !== undefined){
if(!(validate31(data.auto_fix, {instancePath:instancePath+"/auto_fix",parentData:data,parentDataProperty:"auto_fix",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.example_violation !== undefined){
let data11 = data.example_violation;
if((typeof data11 !== "string") && (!(Array.isArray(data11)))){
const err7 = {instancePath:instancePath+"/example_violation",schemaPath:"#/properties/example_violation/type",keyword:"type",params:{type: schema8.properties.example_violation.type}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
if(typeof data11[i0] !== "string"){
const err8 = {instancePath:instancePath+"/example_violation/" + i0,schemaPath:"#/properties/example_violation/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
if(data.example_violations !== undefined){
let data13 = data.example_violations;
if((typeof data13 !== "string") && (!(Array.isArray(data13)))){
const err9 = {instancePath:instancePath+"/example_violations",schemaPath:"#/properties/example_violations/type",keyword:"type",params:{type: schema8.properties.example_violations.type}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
if(typeof data13[i1] !== "string"){
const err10 = {instancePath:instancePath+"/example_violations/" + i1,schemaPath:"#/properties/example_violations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
if(data.example_compliant !== undefined){
let data15 = data.example_compliant;
if((typeof data15 !== "string") && (!(Array.isArray(data15)))){
const err11 = {instancePath:instancePath+"/example_compliant",schemaPath:"#/properties/example_compliant/type",keyword:"type",params:{type: schema8.properties.example_compliant.type}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
if(typeof data15[i2] !== "string"){
const err12 = {instancePath:instancePath+"/example_compliant/" + i2,schemaPath:"#/properties/example_compliant/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
if(data.example_compliants !== undefined){
let data17 = data.example_compliants;
if((typeof data17 !== "string") && (!(Array.isArray(data17)))){
const err13 = {instancePath:instancePath+"/example_compliants",schemaPath:"#/properties/example_compliants/type",keyword:"type",params:{type: schema8.properties.example_compliants.type}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(Array.isArray(data17)){
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
if(typeof data17[i3] !== "string"){
const err14 = {instancePath:instancePath+"/example_compliants/" + i3,schemaPath:"#/properties/example_compliants/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
if(data.suggestion !== undefined){
if(typeof data.suggestion !== "string"){
const err15 = {instancePath:instancePath+"/suggestion",schemaPath:"#/properties/suggestion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.suggested_behavior !== undefined){
let data20 = data.suggested_behavior;
if((typeof data20 !== "string") && (!(Array.isArray(data20)))){
const err16 = {instancePath:instancePath+"/suggested_behavior",schemaPath:"#/properties/suggested_behavior/type",keyword:"type",params:{type: schema8.properties.suggested_behavior.type}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(Array.isArray(data20)){
const len4 = data20.length;
for(let i4=0; i4<len4; i4++){
if(typeof data20[i4] !== "string"){
const err17 = {instancePath:instancePath+"/suggested_behavior/" + i4,schemaPath:"#/properties/suggested_behavior/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
if(data.llm_may_bend_if !== undefined){
let data22 = data.llm_may_bend_if;
if((typeof data22 !== "string") && (!(Array.isArray(data22)))){
const err18 = {instancePath:instancePath+"/llm_may_bend_if",schemaPath:"#/properties/llm_may_bend_if/type",keyword:"type",params:{type: schema8.properties.llm_may_bend_if.type}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(Array.isArray(data22)){
const len5 = data22.length;
for(let i5=0; i5<len5; i5++){
if(typeof data22[i5] !== "string"){
const err19 = {instancePath:instancePath+"/llm_may_bend_if/" + i5,schemaPath:"#/properties/llm_may_bend_if/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
if(data.llm_may_adjust_if !== undefined){
let data24 = data.llm_may_adjust_if;
if((typeof data24 !== "string") && (!(Array.isArray(data24)))){
const err20 = {instancePath:instancePath+"/llm_may_adjust_if",schemaPath:"#/properties/llm_may_adjust_if/type",keyword:"type",params:{type: schema8.properties.llm_may_adjust_if.type}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(Array.isArray(data24)){
const len6 = data24.length;
for(let i6=0; i6<len6; i6++){
if(typeof data24[i6] !== "string"){
const err21 = {instancePath:instancePath+"/llm_may_adjust_if/" + i6,schemaPath:"#/properties/llm_may_adjust_if/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
const err22 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.rule !== undefined){
if(typeof data.rule !== "string"){
const err23 = {instancePath:instancePath+"/rule",schemaPath:"#/properties/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
const err24 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}
