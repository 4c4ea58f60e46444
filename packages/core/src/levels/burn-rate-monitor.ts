import { type BurnJudgement, type BurnVerdict, burnVerdict } from "./burn-verdict";
import type { BurnRateRule } from "./burn-windows";
import type { SliCounts } from "./counts";
import { TrailingWindow } from "./trailing-window";

/** A rule's verdict at the end of a bin, and whether it fires. */
export interface BurnState extends BurnVerdict {
  /** Over, and has been for the rule's waiting time. */
  readonly fires: boolean;
}

interface Watched {
  readonly rule: BurnRateRule;
  readonly short: TrailingWindow;
  readonly long: TrailingWindow;
  /** Bins in a row at whose end the rule was over. */
  binsOver: number;
}

/**
 * Judges all rules of an objective bin after bin, for a replay or a job that sees a long series: each bin costs the
 * same, however long the windows are. It says what judging each window from scratch would say.
 */
export class BurnRateMonitor {
  private readonly watched: readonly Watched[];

  /**
   * @param binMinutes The length of one bin; for slices of time, a slice.
   * @throws RangeError where a window is no whole number of bins.
   */
  constructor(
    rules: readonly BurnRateRule[],
    private readonly how: BurnJudgement,
    private readonly binMinutes: number,
  ) {
    const windows = new Map<number, TrailingWindow>();
    const windowOf = (minutes: number) => {
      const window = windows.get(minutes) ?? new TrailingWindow(minutes / binMinutes);
      windows.set(minutes, window);
      return window;
    };
    this.watched = rules.map((rule) => ({
      rule,
      short: windowOf(rule.shortMinutes),
      long: windowOf(rule.longMinutes),
      binsOver: 0,
    }));
    this.windows = [...windows.values()];
  }

  private readonly windows: readonly TrailingWindow[];

  /** Takes the next bin, in order and without a gap (an empty one where nothing was seen), and judges at its end. */
  push(bin: SliCounts): BurnState[] {
    for (const window of this.windows) window.push(bin);
    return this.watched.map((watched) => {
      const verdict = burnVerdict(watched.rule, watched.short.counts, watched.long.counts, this.how);
      watched.binsOver = verdict.over ? watched.binsOver + 1 : 0;
      const fires = verdict.over && (watched.binsOver - 1) * this.binMinutes >= watched.rule.holdMinutes;
      return { ...verdict, fires };
    });
  }
}
