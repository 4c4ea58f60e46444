import { cpus } from "node:os";
import { alerts } from "@ringfence/core/alerts";
import { catalogueRules, incidents, replayRules } from "@ringfence/rehearsal/replay";
import { machine } from "../machine.mts";
import { assistant } from "./workload.mts";

/** The targets: 90 days of 50 series on two cores. */
const DAYS = 90;
const SECONDS = 20;
const MEGABYTES = 500;

const rules = catalogueRules(Object.values(alerts), "prod");
const axis = { start: Date.UTC(2026, 0, 5), minutes: DAYS * 1440 };
const started = performance.now();
const result = replayRules({ rules, workload: assistant, incidents, axis, seed: 1 });
const seconds = (performance.now() - started) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;

console.log(machine());
console.log(`
${DAYS} days of minutes, ${result.series} series, generated and evaluated twice, without and with ${result.incidents.length} incidents, by
${rules.length} rules: the catalogue's of prod, in one process, on one of ${cpus().length} processors.

             measured   target
time       ${`${seconds.toFixed(1)} s`.padStart(10)}   ${SECONDS} s for 50 series, once
peak RSS   ${`${megabytes.toFixed(0)} MB`.padStart(10)}   ${MEGABYTES} MB`);
