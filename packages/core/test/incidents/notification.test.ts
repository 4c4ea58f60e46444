import { needsNotice } from "@ringfence/core/incidents";
// The cases of Alertmanager's own test (prometheus/alertmanager, notify/notify_test.go, TestDedupStageNeedsUpdate).
import vector from "./vectors/alertmanager_dedup.json";

const MINUTE = 60_000;
const now = Date.parse("2026-11-21T03:00:00Z");

interface Entry {
  firing?: number[];
  resolved?: number[];
  age_min?: number | string;
}

function lastOf(entry: Entry | null) {
  if (entry === null) return undefined;
  const { firing = [], resolved = [], age_min: age = 0 } = entry;
  return { firing, resolved, at: typeof age === "number" ? now - age * MINUTE : undefined };
}

test.each(vector.cases.map((one, index) => [index + 1, one] as const))(
  "decides case %i of Alertmanager's as Alertmanager does",
  (_, { entry, firing, resolved, repeat_min, sendResolved, notify }) => {
    const group = { firing, resolved, now, repeatInterval: repeat_min * MINUTE, sendResolved };
    expect(needsNotice<number>(lastOf(entry), group)).toBe(notify);
  },
);

test("has Alertmanager's cases, all eleven", () => {
  expect(vector.cases).toHaveLength(11);
});
