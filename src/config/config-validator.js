// Generated from the JSON schema beside it; the test that compares the two rewrites it with `vitest run -u`.
"use strict";
export const validateConfig = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string"},"contracts":{"type":"array","items":{"type":"string"},"default":["contracts/**/*.{yml,yaml}","docs/contracts/**/*.{yml,yaml}",".specflow/contracts/**/*.{yml,yaml}"]},"exclude":{"type":"array","items":{"type":"string"},"default":[]},"max_file_bytes":{"type":"integer","minimum":1,"maximum":268435456,"default":2097152},"time_limits":{"type":"object","additionalProperties":false,"properties":{"rule_ms":{"type":"integer","minimum":10,"maximum":600000,"default":1000},"run_ms":{"type":"integer","minimum":10,"maximum":3600000,"default":10000}}},"suppressions":{"type":"object","additionalProperties":false,"properties":{"allow_non_negotiable":{"type":"boolean","default":false}}},"heal_loop":{"type":"object","additionalProperties":false,"properties":{"max_iterations":{"type":"integer","minimum":1,"maximum":100,"default":3},"auto_fix_enabled":{"type":"boolean","default":true},"min_confidence_for_auto_apply":{"type":"number","minimum":0,"maximum":1,"default":0.4},"verify":{"type":"array","items":{"type":"array","minItems":1,"items":{"type":"string"}},"default":[]},"verify_types":{"type":"string","enum":["auto","on","off"],"default":"auto"},"agent":{"type":["array","null"],"minItems":1,"items":{"type":"string"},"default":null},"agent_env":{"type":"array","items":{"type":"string"},"default":[]},"agent_timeout_seconds":{"type":"integer","minimum":1,"maximum":3600,"default":300},"agent_mode":{"type":"string","enum":["file","worktree"],"default":"file"},"agent_attempts":{"type":"integer","minimum":1,"maximum":5,"default":2},"protect":{"type":"array","items":{"type":"string"},"default":[]}}},"findings":{"type":"object","additionalProperties":false,"properties":{"decide_within_days":{"type":"integer","minimum":1,"maximum":3650,"default":30}}}}};
const func2 = Object.prototype.hasOwnProperty;

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "$schema") || (key0 === "contracts")) || (key0 === "exclude")) || (key0 === "max_file_bytes")) || (key0 === "time_limits")) || (key0 === "suppressions")) || (key0 === "heal_loop")) || (key0 === "findings"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.contracts !== undefined){
let data1 = data.contracts;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
const err2 = {instancePath:instancePath+"/contracts/" + i0,schemaPath:"#/properties/contracts/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/contracts",schemaPath:"#/properties/contracts/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.exclude !== undefined){
let data3 = data.exclude;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(typeof data3[i1] !== "string"){
const err4 = {instancePath:instancePath+"/exclude/" + i1,schemaPath:"#/properties/exclude/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.max_file_bytes !== undefined){
let data5 = data.max_file_bytes;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err6 = {instancePath:instancePath+"/max_file_bytes",schemaPath:"#/properties/max_file_bytes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 268435456 || isNaN(data5)){
const err7 = {instancePath:instancePath+"/max_file_bytes",schemaPath:"#/properties/max_file_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 268435456}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err8 = {instancePath:instancePath+"/max_file_bytes",schemaPath:"#/properties/max_file_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data.time_limits !== undefined){
let data6 = data.time_limits;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
if(!((key1 === "rule_ms") || (key1 === "run_ms"))){
const err9 = {instancePath:instancePath+"/time_limits",schemaPath:"#/properties/time_limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data6.rule_ms !== undefined){
let data7 = data6.rule_ms;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err10 = {instancePath:instancePath+"/time_limits/rule_ms",schemaPath:"#/properties/time_limits/properties/rule_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 600000 || isNaN(data7)){
const err11 = {instancePath:instancePath+"/time_limits/rule_ms",schemaPath:"#/properties/time_limits/properties/rule_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 600000}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data7 < 10 || isNaN(data7)){
const err12 = {instancePath:instancePath+"/time_limits/rule_ms",schemaPath:"#/properties/time_limits/properties/rule_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 10}};
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
if(data6.run_ms !== undefined){
let data8 = data6.run_ms;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err13 = {instancePath:instancePath+"/time_limits/run_ms",schemaPath:"#/properties/time_limits/properties/run_ms/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 3600000 || isNaN(data8)){
const err14 = {instancePath:instancePath+"/time_limits/run_ms",schemaPath:"#/properties/time_limits/properties/run_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600000}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data8 < 10 || isNaN(data8)){
const err15 = {instancePath:instancePath+"/time_limits/run_ms",schemaPath:"#/properties/time_limits/properties/run_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 10}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
else {
const err16 = {instancePath:instancePath+"/time_limits",schemaPath:"#/properties/time_limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.suppressions !== undefined){
let data9 = data.suppressions;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
if(!(key2 === "allow_non_negotiable")){
const err17 = {instancePath:instancePath+"/suppressions",schemaPath:"#/properties/suppressions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data9.allow_non_negotiable !== undefined){
if(typeof data9.allow_non_negotiable !== "boolean"){
const err18 = {instancePath:instancePath+"/suppressions/allow_non_negotiable",schemaPath:"#/properties/suppressions/properties/allow_non_negotiable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/suppressions",schemaPath:"#/properties/suppressions/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.heal_loop !== undefined){
let data11 = data.heal_loop;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key3 in data11){
if(!(func2.call(schema6.properties.heal_loop.properties, key3))){
const err20 = {instancePath:instancePath+"/heal_loop",schemaPath:"#/properties/heal_loop/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data11.max_iterations !== undefined){
let data12 = data11.max_iterations;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err21 = {instancePath:instancePath+"/heal_loop/max_iterations",schemaPath:"#/properties/heal_loop/properties/max_iterations/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 100 || isNaN(data12)){
const err22 = {instancePath:instancePath+"/heal_loop/max_iterations",schemaPath:"#/properties/heal_loop/properties/max_iterations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data12 < 1 || isNaN(data12)){
const err23 = {instancePath:instancePath+"/heal_loop/max_iterations",schemaPath:"#/properties/heal_loop/properties/max_iterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data11.auto_fix_enabled !== undefined){
if(typeof data11.auto_fix_enabled !== "boolean"){
const err24 = {instancePath:instancePath+"/heal_loop/auto_fix_enabled",schemaPath:"#/properties/heal_loop/properties/auto_fix_enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data11.min_confidence_for_auto_apply !== undefined){
let data14 = data11.min_confidence_for_auto_apply;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 1 || isNaN(data14)){
const err25 = {instancePath:instancePath+"/heal_loop/min_confidence_for_auto_apply",schemaPath:"#/properties/heal_loop/properties/min_confidence_for_auto_apply/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err26 = {instancePath:instancePath+"/heal_loop/min_confidence_for_auto_apply",schemaPath:"#/properties/heal_loop/properties/min_confidence_for_auto_apply/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/heal_loop/min_confidence_for_auto_apply",schemaPath:"#/properties/heal_loop/properties/min_confidence_for_auto_apply/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.verify !== undefined){
let data15 = data11.verify;
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
if(Array.isArray(data16)){
if(data16.length < 1){
const err28 = {instancePath:instancePath+"/heal_loop/verify/" + i2,schemaPath:"#/properties/heal_loop/properties/verify/items/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
if(typeof data16[i3] !== "string"){
const err29 = {instancePath:instancePath+"/heal_loop/verify/" + i2+"/" + i3,schemaPath:"#/properties/heal_loop/properties/verify/items/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/heal_loop/verify/" + i2,schemaPath:"#/properties/heal_loop/properties/verify/items/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/heal_loop/verify",schemaPath:"#/properties/heal_loop/properties/verify/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data11.verify_types !== undefined){
let data18 = data11.verify_types;
if(typeof data18 !== "string"){
const err32 = {instancePath:instancePath+"/heal_loop/verify_types",schemaPath:"#/properties/heal_loop/properties/verify_types/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!(((data18 === "auto") || (data18 === "on")) || (data18 === "off"))){
const err33 = {instancePath:instancePath+"/heal_loop/verify_types",schemaPath:"#/properties/heal_loop/properties/verify_types/enum",keyword:"enum",params:{allowedValues: schema6.properties.heal_loop.properties.verify_types.enum}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data11.agent !== undefined){
let data19 = data11.agent;
if((!(Array.isArray(data19))) && (data19 !== null)){
const err34 = {instancePath:instancePath+"/heal_loop/agent",schemaPath:"#/properties/heal_loop/properties/agent/type",keyword:"type",params:{type: schema6.properties.heal_loop.properties.agent.type}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(Array.isArray(data19)){
if(data19.length < 1){
const err35 = {instancePath:instancePath+"/heal_loop/agent",schemaPath:"#/properties/heal_loop/properties/agent/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const len4 = data19.length;
for(let i4=0; i4<len4; i4++){
if(typeof data19[i4] !== "string"){
const err36 = {instancePath:instancePath+"/heal_loop/agent/" + i4,schemaPath:"#/properties/heal_loop/properties/agent/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
if(data11.agent_env !== undefined){
let data21 = data11.agent_env;
if(Array.isArray(data21)){
const len5 = data21.length;
for(let i5=0; i5<len5; i5++){
if(typeof data21[i5] !== "string"){
const err37 = {instancePath:instancePath+"/heal_loop/agent_env/" + i5,schemaPath:"#/properties/heal_loop/properties/agent_env/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/heal_loop/agent_env",schemaPath:"#/properties/heal_loop/properties/agent_env/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data11.agent_timeout_seconds !== undefined){
let data23 = data11.agent_timeout_seconds;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err39 = {instancePath:instancePath+"/heal_loop/agent_timeout_seconds",schemaPath:"#/properties/heal_loop/properties/agent_timeout_seconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 3600 || isNaN(data23)){
const err40 = {instancePath:instancePath+"/heal_loop/agent_timeout_seconds",schemaPath:"#/properties/heal_loop/properties/agent_timeout_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err41 = {instancePath:instancePath+"/heal_loop/agent_timeout_seconds",schemaPath:"#/properties/heal_loop/properties/agent_timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data11.agent_mode !== undefined){
let data24 = data11.agent_mode;
if(typeof data24 !== "string"){
const err42 = {instancePath:instancePath+"/heal_loop/agent_mode",schemaPath:"#/properties/heal_loop/properties/agent_mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!((data24 === "file") || (data24 === "worktree"))){
const err43 = {instancePath:instancePath+"/heal_loop/agent_mode",schemaPath:"#/properties/heal_loop/properties/agent_mode/enum",keyword:"enum",params:{allowedValues: schema6.properties.heal_loop.properties.agent_mode.enum}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data11.agent_attempts !== undefined){
let data25 = data11.agent_attempts;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err44 = {instancePath:instancePath+"/heal_loop/agent_attempts",schemaPath:"#/properties/heal_loop/properties/agent_attempts/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 5 || isNaN(data25)){
const err45 = {instancePath:instancePath+"/heal_loop/agent_attempts",schemaPath:"#/properties/heal_loop/properties/agent_attempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data25 < 1 || isNaN(data25)){
const err46 = {instancePath:instancePath+"/heal_loop/agent_attempts",schemaPath:"#/properties/heal_loop/properties/agent_attempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data11.protect !== undefined){
let data26 = data11.protect;
if(Array.isArray(data26)){
const len6 = data26.length;
for(let i6=0; i6<len6; i6++){
if(typeof data26[i6] !== "string"){
const err47 = {instancePath:instancePath+"/heal_loop/protect/" + i6,schemaPath:"#/properties/heal_loop/properties/protect/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/heal_loop/protect",schemaPath:"#/properties/heal_loop/properties/protect/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/heal_loop",schemaPath:"#/properties/heal_loop/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.findings !== undefined){
let data28 = data.findings;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key4 in data28){
if(!(key4 === "decide_within_days")){
const err50 = {instancePath:instancePath+"/findings",schemaPath:"#/properties/findings/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data28.decide_within_days !== undefined){
let data29 = data28.decide_within_days;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err51 = {instancePath:instancePath+"/findings/decide_within_days",schemaPath:"#/properties/findings/properties/decide_within_days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 3650 || isNaN(data29)){
const err52 = {instancePath:instancePath+"/findings/decide_within_days",schemaPath:"#/properties/findings/properties/decide_within_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data29 < 1 || isNaN(data29)){
const err53 = {instancePath:instancePath+"/findings/decide_within_days",schemaPath:"#/properties/findings/properties/decide_within_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
}
else {
const err54 = {instancePath:instancePath+"/findings",schemaPath:"#/properties/findings/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
