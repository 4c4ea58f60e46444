import type { SliCounts } from "./counts";

/** What one slice of time showed: a quantile or a mean, and of how many samples. */
export interface SliceMeasure {
  /** Undefined where there was no sample. */
  readonly value: number | undefined;
  readonly samples: number;
}

/** When a slice is good. */
export interface SliceBound {
  readonly under?: number;
  readonly atLeast?: number;
  /** Fewer samples than this say nothing about the slice. */
  readonly minimumSamples: number;
}

/** What a slice counts for: one, good or bad as a whole, or nothing where it had too few samples. */
export function judgedSlice({ value, samples }: SliceMeasure, bound: SliceBound): SliCounts {
  if (value === undefined || samples < Math.max(1, bound.minimumSamples)) return { good: 0, total: 0 };
  const good = value <= (bound.under ?? Infinity) && value >= (bound.atLeast ?? -Infinity);
  return { good: good ? 1 : 0, total: 1 };
}
