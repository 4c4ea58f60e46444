import {
  budgetMinutes,
  burnRate,
  consumedBy,
  errorBudget,
  expectedByEnd,
  levelState,
  sumOf,
} from "@ringfence/core/levels";
import fc from "fast-check";
import kibana from "./vectors/kibana_slo_semantics.json";
import openSlo from "./vectors/openslo_examples.json";

const counts = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }))
  .map(([total, good]) => ({ total, good: Math.min(good, total) }));
const target = fc.integer({ min: 5000, max: 9999 }).map((hundredths) => hundredths / 100);

describe("the error budget", () => {
  test("is what a burn of 1 spends over the whole period", () => {
    fc.assert(
      fc.property(counts, target, (seen, percent) => {
        expect(errorBudget(seen, percent)?.consumed).toBeCloseTo(burnRate(seen, percent) ?? Number.NaN, 9);
      }),
    );
  });

  test("is consumed and left to one whole, and consumed by the events that failed", () => {
    fc.assert(
      fc.property(counts, target, (seen, percent) => {
        const budget = errorBudget(seen, percent);
        if (budget === undefined) throw new Error("nothing was seen");
        expect(budget.consumed + budget.remaining).toBeCloseTo(1, 9);
        expect(budget.spent).toBe(seen.total - seen.good);
        expect(budget.consumed).toBeCloseTo(consumedBy(seen.good / seen.total, percent), 6);
      }),
    );
  });

  test("is weighted by traffic: the parts of a period consume what the whole does", () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 20 }), target, (parts, percent) => {
        const whole = sumOf(parts);
        const consumed = parts.map((part) => errorBudget(part, percent, whole.total)?.consumed ?? 0);
        const together = consumed.reduce((sum, share) => sum + share, 0);
        expect(together).toBeCloseTo(errorBudget(whole, percent)?.consumed ?? Number.NaN, 6);
      }),
    );
  });

  test("of an average of ratios would be another: a quiet bad hour weighs less than a busy good one", () => {
    const seen = sumOf([
      { good: 0, total: 1 },
      { good: 999, total: 999 },
    ]);
    expect(errorBudget(seen, 99)?.consumed).toBeCloseTo(0.1, 9);
  });

  test("says nothing of a period without events", () => {
    expect(errorBudget({ good: 0, total: 0 }, 99)).toBeUndefined();
    expect(burnRate({ good: 0, total: 0 }, 99)).toBeUndefined();
    expect(consumedBy(-1, 99)).toBe(0);
  });

  test("of half a period expects the other half to be as busy", () => {
    expect(expectedByEnd(500, 0.5)).toBe(1000);
    expect(expectedByEnd(500, 1)).toBe(500);
    expect(expectedByEnd(500, 0)).toBe(0);
    expect(errorBudget({ good: 495, total: 500 }, 99, expectedByEnd(500, 0.5))?.consumed).toBeCloseTo(0.5, 9);
  });

  test("in time is OpenSLO's worked examples", () => {
    const [week, fortnight] = openSlo.worked;
    expect(budgetMinutes(week?.slices ?? 0, week?.objective ?? 0) * 60).toBeCloseTo(week?.budgetSeconds ?? 0, 6);
    expect(budgetMinutes(fortnight?.slices ?? 0, fortnight?.objective ?? 0)).toBe(fortnight?.timeslicesBudgetMinutes);
    const failures = fortnight?.occurrences;
    expect(errorBudget({ good: 0, total: failures?.total ?? 0 }, 95)?.allowed).toBeCloseTo(
      failures?.failuresToExhaust_plainBudget ?? 0,
      6,
    );
  });
});

describe("the state of a level", () => {
  test.each(kibana.status.map((row) => [`${row.sli} of ${row.target}, ${row.remaining ?? "?"} left`, row] as const))(
    "%s is Kibana's",
    (_, { sli, target: share, remaining = 1 - (1 - sli) / (1 - share), expect: expected }) => {
      expect(levelState({ sli, target: share * 100, remaining })).toBe(expected);
    },
  );

  test("with too few events is neither good nor bad", () => {
    const measure = { sli: 1, target: 99, remaining: 1, minimumEvents: 100 };
    expect(levelState({ ...measure, events: 99 })).toBe("LOW_TRAFFIC");
    expect(levelState({ ...measure, events: 100 })).toBe("HEALTHY");
    expect(levelState({ ...measure, sli: undefined, events: 0 })).toBe("NO_DATA");
  });
});

test("one bad slice of one in an hour is one of sixty", () => {
  const { lowTrafficExample: example } = kibana;
  const seen = { good: example.observedSlices - example.badSlices, total: example.observedSlices };
  expect(burnRate(seen, 99)).toBeCloseTo(example.oldBurnRate, 9);
  expect(burnRate(seen, 99, 60)).toBeCloseTo(1 / 60 / 0.01, 9);
});
