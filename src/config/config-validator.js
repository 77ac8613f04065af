// Generated from the JSON schema beside it; the test that compares the two rewrites it with `vitest run -u`.
"use strict";
export const validateConfig = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string"},"contracts":{"type":"array","items":{"type":"string"},"default":["contracts/**/*.{yml,yaml}","docs/contracts/**/*.{yml,yaml}",".specflow/contracts/**/*.{yml,yaml}"]},"exclude":{"type":"array","items":{"type":"string"},"default":[]},"max_file_bytes":{"type":"integer","minimum":1,"maximum":268435456,"default":2097152},"suppressions":{"type":"object","additionalProperties":false,"properties":{"allow_non_negotiable":{"type":"boolean","default":false}}},"heal_loop":{"type":"object","additionalProperties":false,"properties":{"max_iterations":{"type":"integer","minimum":1,"maximum":100,"default":3},"auto_fix_enabled":{"type":"boolean","default":true},"min_confidence_for_auto_apply":{"type":"number","minimum":0,"maximum":1,"default":0.4},"verify":{"type":"array","items":{"type":"array","minItems":1,"items":{"type":"string"}},"default":[]},"verify_types":{"type":"string","enum":["auto","on","off"],"default":"auto"},"agent":{"type":"null","default":null},"protect":{"type":"array","items":{"type":"string"},"default":[]}}}}};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "$schema") || (key0 === "contracts")) || (key0 === "exclude")) || (key0 === "max_file_bytes")) || (key0 === "suppressions")) || (key0 === "heal_loop"))){
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
if(data.suppressions !== undefined){
let data6 = data.suppressions;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
if(!(key1 === "allow_non_negotiable")){
const err9 = {instancePath:instancePath+"/suppressions",schemaPath:"#/properties/suppressions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data6.allow_non_negotiable !== undefined){
if(typeof data6.allow_non_negotiable !== "boolean"){
const err10 = {instancePath:instancePath+"/suppressions/allow_non_negotiable",schemaPath:"#/properties/suppressions/properties/allow_non_negotiable/type",keyword:"type",params:{type: "boolean"}};
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
else {
const err11 = {instancePath:instancePath+"/suppressions",schemaPath:"#/properties/suppressions/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.heal_loop !== undefined){
let data8 = data.heal_loop;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!(((((((key2 === "max_iterations") || (key2 === "auto_fix_enabled")) || (key2 === "min_confidence_for_auto_apply")) || (key2 === "verify")) || (key2 === "verify_types")) || (key2 === "agent")) || (key2 === "protect"))){
const err12 = {instancePath:instancePath+"/heal_loop",schemaPath:"#/properties/heal_loop/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data8.max_iterations !== undefined){
let data9 = data8.max_iterations;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err13 = {instancePath:instancePath+"/heal_loop/max_iterations",schemaPath:"#/properties/heal_loop/properties/max_iterations/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 100 || isNaN(data9)){
const err14 = {instancePath:instancePath+"/heal_loop/max_iterations",schemaPath:"#/properties/heal_loop/properties/max_iterations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data9 < 1 || isNaN(data9)){
const err15 = {instancePath:instancePath+"/heal_loop/max_iterations",schemaPath:"#/properties/heal_loop/properties/max_iterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data8.auto_fix_enabled !== undefined){
if(typeof data8.auto_fix_enabled !== "boolean"){
const err16 = {instancePath:instancePath+"/heal_loop/auto_fix_enabled",schemaPath:"#/properties/heal_loop/properties/auto_fix_enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data8.min_confidence_for_auto_apply !== undefined){
let data11 = data8.min_confidence_for_auto_apply;
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 1 || isNaN(data11)){
const err17 = {instancePath:instancePath+"/heal_loop/min_confidence_for_auto_apply",schemaPath:"#/properties/heal_loop/properties/min_confidence_for_auto_apply/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data11 < 0 || isNaN(data11)){
const err18 = {instancePath:instancePath+"/heal_loop/min_confidence_for_auto_apply",schemaPath:"#/properties/heal_loop/properties/min_confidence_for_auto_apply/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/heal_loop/min_confidence_for_auto_apply",schemaPath:"#/properties/heal_loop/properties/min_confidence_for_auto_apply/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.verify !== undefined){
let data12 = data8.verify;
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
if(Array.isArray(data13)){
if(data13.length < 1){
const err20 = {instancePath:instancePath+"/heal_loop/verify/" + i2,schemaPath:"#/properties/heal_loop/properties/verify/items/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
if(typeof data13[i3] !== "string"){
const err21 = {instancePath:instancePath+"/heal_loop/verify/" + i2+"/" + i3,schemaPath:"#/properties/heal_loop/properties/verify/items/items/type",keyword:"type",params:{type: "string"}};
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
else {
const err22 = {instancePath:instancePath+"/heal_loop/verify/" + i2,schemaPath:"#/properties/heal_loop/properties/verify/items/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/heal_loop/verify",schemaPath:"#/properties/heal_loop/properties/verify/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data8.verify_types !== undefined){
let data15 = data8.verify_types;
if(typeof data15 !== "string"){
const err24 = {instancePath:instancePath+"/heal_loop/verify_types",schemaPath:"#/properties/heal_loop/properties/verify_types/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!(((data15 === "auto") || (data15 === "on")) || (data15 === "off"))){
const err25 = {instancePath:instancePath+"/heal_loop/verify_types",schemaPath:"#/properties/heal_loop/properties/verify_types/enum",keyword:"enum",params:{allowedValues: schema6.properties.heal_loop.properties.verify_types.enum}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data8.agent !== undefined){
if(data8.agent !== null){
const err26 = {instancePath:instancePath+"/heal_loop/agent",schemaPath:"#/properties/heal_loop/properties/agent/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data8.protect !== undefined){
let data17 = data8.protect;
if(Array.isArray(data17)){
const len4 = data17.length;
for(let i4=0; i4<len4; i4++){
if(typeof data17[i4] !== "string"){
const err27 = {instancePath:instancePath+"/heal_loop/protect/" + i4,schemaPath:"#/properties/heal_loop/properties/protect/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/heal_loop/protect",schemaPath:"#/properties/heal_loop/properties/protect/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/heal_loop",schemaPath:"#/properties/heal_loop/type",keyword:"type",params:{type: "object"}};
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
const err30 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
