import {
  burnRateFactor,
  burnRateRules,
  canFire,
  detectionMinutes,
  durationMinutes,
  leastTarget,
  maximumBurnRate,
  neverFires,
  proportionalRules,
  windowCatalogues,
  windowsFor,
} from "@ringfence/core/levels";
import vectors from "./vectors/slo_burn_windows.json";

const standard = burnRateRules(windowsFor(30).windows, 30);
const rule = (id: string) => {
  const found = standard.find((known) => known.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
};

describe("the window catalogues", () => {
  test.each(vectors.catalog.map((published) => [published.source, published] as const))(
    "are those of %s, row by row",
    (source, published) => {
      const catalogue = windowCatalogues.find((row) => row.source.endsWith(source));
      expect(`${catalogue?.periodDays}d`).toBe(published.sloPeriod);
      const rows = catalogue?.windows.map((window) => ({
        ...window,
        burnRateFactor: burnRateFactor(window, catalogue.periodDays),
      }));
      expect(rows).toEqual(published.rows);
    },
  );

  test("refuse a period that nobody has thought about", () => {
    const days = Number.parseInt(vectors.unsupportedPeriod.period, 10);
    expect(() => windowsFor(days)).toThrow(
      "there are no burn-rate windows for a period of 42 days, only for 30, 28, 7; " +
        "take one of these, or state windows of your own",
    );
  });

  test("refuse a window that is no length of time", () => {
    const window = { severity: "page", speed: "quick", short: "5m", long: "an hour", budgetPercent: 2 } as const;
    expect(() => burnRateRules([window], 30)).toThrow('"an hour" is no length of time such as 5m, 6h or 3d');
  });

  test("in proportion to the period are Pyrra's for 28 days, row by row", () => {
    const severity = { critical: "page", warning: "ticket" } as const;
    expect(proportionalRules(28)).toEqual(
      vectors.pyrra.rows.map((row, index) => ({
        id: `${severity[row.severity as "critical" | "warning"]}-${index % 2 === 0 ? "quick" : "slow"}`,
        severity: severity[row.severity as "critical" | "warning"],
        speed: index % 2 === 0 ? "quick" : "slow",
        shortMinutes: durationMinutes(row.short),
        longMinutes: durationMinutes(row.long),
        factor: row.factor,
        holdMinutes: durationMinutes(row.for_),
      })),
    );
  });

  test("in proportion halve with the period, to the minute", () => {
    expect(proportionalRules(14).map((row) => [row.shortMinutes, row.longMinutes, row.holdMinutes])).toEqual([
      [3, 30, 1],
      [15, 180, 8],
      [60, 720, 30],
      [180, 2880, 90],
    ]);
  });
});

describe("an alert's reach", () => {
  test.each(vectors.attainability_derived.rows.map((row) => [row.objectivePercent, row] as const))(
    "at a target of %d %% ends where everything fails",
    (target, row) => {
      expect(maximumBurnRate(target)).toBeCloseTo(row.maxPossibleBurnRate, 6);
      const fires = Object.entries(row.fires).map(([name, fires]) => [name.split(" ")[0] ?? "", fires] as const);
      expect(fires.map(([id]) => [id, canFire(rule(id), target)])).toEqual(fires);
      for (const [id, can] of fires) expect([id, neverFires(rule(id), target) === undefined]).toEqual([id, can]);
    },
  );

  test.each(vectors.detection_time_derived.rows.map((row) => [row.errorRatio, row] as const))(
    "with %d of all events failing is found after the workbook's minutes",
    (errorRatio, row) => {
      for (const known of standard) {
        const expected = row[`${known.id}_detectionMinutes` as "page-quick_detectionMinutes"];
        const found = detectionMinutes(known, row.objectivePercent, errorRatio);
        if (expected === null) expect([known.id, found]).toEqual([known.id, undefined]);
        else expect(found).toBeCloseTo(expected, 9);
      }
    },
  );

  test("is said with its arithmetic and what to do", () => {
    expect(neverFires(rule("page-quick"), 90)).toBe(
      "page-quick can never fire: it needs a burn rate over 14.4, and with 90 % the highest possible is " +
        "1 / (1 - 0.9) = 10, when everything fails; raise the target to 93.06 or more, leave the alert out, " +
        "or make it an objective over slices of time",
    );
  });

  test("is as short as a slice that does not fit into the short window", () => {
    expect(neverFires(rule("page-quick"), 99, 60)).toBe(
      "page-quick can never fire: its short window of 5m holds no slice of 1h; make the slice 5m or shorter, " +
        "or leave the alert out",
    );
    expect(neverFires(rule("ticket-quick"), 99, 60)).toBeUndefined();
  });

  test("the lowest target is one at which the rule can fire, and a hundredth below it cannot", () => {
    for (const factor of [1.1, 2, 3, 6, 13.44, 14.4]) {
      const least = leastTarget({ factor });
      expect([factor, canFire({ factor }, least)]).toEqual([factor, true]);
      expect([factor, canFire({ factor }, least - 0.01)]).toEqual([factor, false]);
    }
  });
});
