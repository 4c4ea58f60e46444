import {
  ChangeGate,
  leanStart,
  PolicyLevel,
  promotedFrom,
  type RingName,
  ringNames,
  rings,
} from "@ringfence/core/rings";
import { severities, severityNames } from "@ringfence/core/severities";

const rows = ringNames.map((name) => rings[name]);
const order =
  <T>(values: readonly T[]) =>
  (value: T) =>
    values.indexOf(value);

/** What must not get looser from one ring to the next; each gives a number that must not fall. */
const strictness: [string, (name: RingName) => number][] = [
  ["purge protection", (name) => Number(rings[name].purgeProtection)],
  ["delete lock", (name) => Number(rings[name].deleteLock)],
  ["no previews", (name) => Number(!rings[name].previewsAllowed)],
  ["private network", (name) => Number(rings[name].network === "private")],
  ["pinned model versions", (name) => Number(rings[name].pinsModelVersions)],
  ["replicas", (name) => rings[name].minimumReplicas],
  ["log retention", (name) => rings[name].logRetentionDays],
  ["young secrets", (name) => -rings[name].secretMaximumAgeDays],
  ["change gate", (name) => order(Object.values(ChangeGate))(rings[name].changeGate)],
  ["policy level", (name) => order(Object.values(PolicyLevel))(rings[name].policyLevel)],
  ["required receivers", (name) => rings[name].requiredReceivers.length],
  ["default alert severity", (name) => -severities[rings[name].defaultAlertSeverity].azureLevel],
];

test("rings are in the order in which a change is promoted, each row under its own name", () => {
  expect(rows.map(({ name }) => name)).toEqual(["sandbox", "dev", "test", "prod"]);
});

test.each(strictness)("%s: no ring is looser than the one before it", (_, strict) => {
  const values = ringNames.map(strict);
  expect(values).toEqual([...values].sort((a, b) => a - b));
});

test("policies advise where people learn and stop deployments from test up", () => {
  expect(rows.map(({ policyLevel }) => policyLevel)).toEqual(["advisory", "advisory", "mandatory", "mandatory"]);
});

test("a budget speaks up at most five times, Azure's limit, each time about something else", () => {
  for (const { budgetThresholds } of rows) {
    expect(budgetThresholds.length).toBeGreaterThan(0);
    expect(budgetThresholds.length).toBeLessThanOrEqual(5);
    expect(new Set(budgetThresholds.map(({ percent, of }) => `${percent} ${of}`)).size).toBe(budgetThresholds.length);
    for (const { percent, severity } of budgetThresholds) {
      expect(percent).toBeGreaterThan(0);
      expect(percent).toBeLessThanOrEqual(1000);
      expect(severityNames).toContain(severity);
    }
  }
});

test("spending more is never less urgent", () => {
  for (const { budgetThresholds } of rows)
    for (const basis of ["Actual", "Forecasted"]) {
      const levels = budgetThresholds
        .filter((threshold) => threshold.of === basis)
        .sort((a, b) => a.percent - b.percent)
        .map(({ severity }) => severities[severity].azureLevel);
      expect(levels).toEqual([...levels].sort((a, b) => b - a));
    }
});

test("prod cannot exist without somebody who is woken up", () => {
  expect(rings.prod.requiredReceivers).toEqual(severityNames.filter((name) => severities[name].pages));
});

test("a lean start is dev and prod, and prod's gate loses no check by it", () => {
  expect(leanStart).toEqual(["dev", "prod"]);
  expect(promotedFrom("prod", leanStart)).toBe("dev");
  expect(promotedFrom("dev", leanStart)).toBeUndefined();
  expect(rings.prod.changeGate).toBe("approval");
});

test("a change comes from the ring before, whatever the order in which the rings are named", () => {
  expect(ringNames.map((ring) => promotedFrom(ring))).toEqual([undefined, "sandbox", "dev", "test"]);
  expect(promotedFrom("prod", ["prod", "test", "sandbox"])).toBe("test");
  expect(promotedFrom("test", ["prod", "sandbox"])).toBe("sandbox");
});
