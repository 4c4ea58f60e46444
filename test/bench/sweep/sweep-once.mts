import { connectVault } from "@ringfence/operations/azure/vault";
import { ageGauges } from "@ringfence/operations/inventory";
import { sweep } from "@ringfence/operations/sweep";

/** One sweep in a process of its own, as the job runs it; says what it saw, how long it took and the most memory it had. */
const { BENCH_VAULT = "", BENCH_TOKEN = "" } = process.env;
const clock = {
  now: () => new Date(),
  sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};
const credential = { getToken: async () => ({ token: BENCH_TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }) };
const began = performance.now();
const { seen, findings } = await sweep({
  store: connectVault(BENCH_VAULT, credential, clock, {}),
  secrets: [],
  maximumAgeDays: 60,
  clock,
  notifier: { tell: async () => undefined },
  gauges: ageGauges(),
  rotations: (async function* () {})(),
  told: {
    read: async () => undefined,
    create: async (key, value) => ({ key, value, etag: "1" }),
    replace: async (entry, value) => ({ ...entry, value }),
    entries: async function* () {},
  },
  undelivered: async () => 0,
  dryRun: false,
  rotate: async ({ name }) => ({ secret: name, verdict: "not-due", because: "none is renewed here" }),
});
const seconds = (performance.now() - began) / 1000;
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ seen, findings: findings.length, seconds, megabytes }));
