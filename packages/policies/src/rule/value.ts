import { allOf, fails, holds, type Judgement, unknown } from "./judgement";
import { below, segments } from "./path";
import { isUnknown } from "./unknown";

type Scalar = string | number | boolean;

/**
 * A property of a resource as a rule reads it: absent, unknown, or known. Reading never throws, and the sentences that
 * its conditions answer with never hold the value itself. Texts compare without regard to case, as Azure's do; null and
 * an empty text count as absent.
 */
export class Value {
  private constructor(
    private readonly parent: Value | undefined,
    private readonly key: string,
    private readonly raw: unknown,
  ) {}

  /** A resource's properties. */
  static root(raw: unknown): Value {
    return new Value(undefined, "", raw);
  }

  /** The property's path from the resource's root; made when it is asked for, because most conditions hold. */
  get path(): string {
    return this.parent === undefined ? "" : below(this.parent.path, this.key);
  }

  /** The property at a path below this one: `properties.scaleSettings.minNodeCount`, `actions[0]`. */
  at(path: string): Value {
    let value: Value = this;
    for (const key of segments(path)) value = value.child(key);
    return value;
  }

  /** The property of exactly this name, for names that are no plain words, such as a tag's. */
  child(key: string): Value {
    if (this.isUnknown) return this;
    return new Value(this, key, own(this.raw, key));
  }

  /** Whether the value, or what it would be read from, is only known after the update. */
  get isUnknown(): boolean {
    return isUnknown(this.raw);
  }

  /** Whether there is no value, or an empty text. */
  get isAbsent(): boolean {
    return this.raw === undefined || this.raw === null || this.raw === "";
  }

  /** Whether the property is there at all, even with an empty text. */
  get isThere(): boolean {
    return this.raw !== undefined && this.raw !== null;
  }

  /** Whether it is a text of nothing but white space. */
  get isBlank(): boolean {
    return typeof this.raw === "string" && this.raw.trim() === "";
  }

  /** The value, if it is known and a text. Keep it out of what you say: it may be a secret. */
  get text(): string | undefined {
    return typeof this.raw === "string" && !this.isUnknown && this.raw !== "" ? this.raw : undefined;
  }

  /** The names of what is below this; empty if it is absent, unknown or no object. */
  keys(): string[] {
    return typeof this.raw === "object" && this.raw !== null ? Object.keys(this.raw) : [];
  }

  /** The elements of an array; empty if it is absent, unknown or no array. */
  items(): Value[] {
    if (!Array.isArray(this.raw)) return [];
    return Array.from({ length: this.raw.length }, (_, index) => this.child(String(index)));
  }

  /** Judges by the raw value, undefined if it is absent; unknown stays unknown. Keep the value out of what you say. */
  judge(condition: (known: unknown) => Judgement): Judgement {
    if (this.isUnknown) return unknown(this.path);
    return condition(this.isAbsent ? undefined : this.raw);
  }

  /** There is a value. */
  exists(): Judgement {
    return this.judge((given) => (given === undefined ? fails(this.path, "missing") : holds));
  }

  /** There is no value. */
  isMissing(): Judgement {
    return this.judge((given) => (given === undefined ? holds : fails(this.path, "must be left out")));
  }

  /** The value is this one. */
  is(expected: Scalar): Judgement {
    return this.test(
      (given) => same(given, expected),
      () => `must be ${shown(expected)}`,
    );
  }

  /** The value is not this one; absent is fine. */
  isNot(refused: Scalar): Judgement {
    return this.judge((given) => (same(given, refused) ? fails(this.path, `must not be ${shown(refused)}`) : holds));
  }

  /** The value is one of these. */
  isOneOf(allowed: readonly Scalar[]): Judgement {
    return this.test(
      (given) => allowed.some((one) => same(given, one)),
      () => `must be one of ${allowed.map(shown).join(", ")}`,
    );
  }

  /** The value is none of these; absent is fine. */
  isNoneOf(refused: readonly Scalar[]): Judgement {
    return this.judge((given) =>
      refused.some((one) => same(given, one))
        ? fails(this.path, `must not be one of ${refused.map(shown).join(", ")}`)
        : holds,
    );
  }

  /** The value is a text of this pattern; `allowed` says the pattern in words. */
  matches(pattern: RegExp, allowed: string): Judgement {
    return this.test(
      (given) => typeof given === "string" && pattern.test(given),
      () => `must be ${allowed}`,
    );
  }

  /** The value is a number of at least this much. */
  isAtLeast(least: number, unit = ""): Judgement {
    return this.test(
      (given) => typeof given === "number" && given >= least,
      () => `must be at least ${least}${unit}`,
    );
  }

  /** The value is a number of at most this much. */
  isAtMost(most: number, unit = ""): Judgement {
    return this.test(
      (given) => typeof given === "number" && given <= most,
      () => `must be at most ${most}${unit}`,
    );
  }

  /** Judges by a number; what is absent or no number fails, `allowed` saying what it should be. */
  number(allowed: string, condition: (given: number) => Judgement): Judgement {
    return this.judge((given) => {
      if (given === undefined) return fails(this.path, `missing; must be ${allowed}`);
      return typeof given === "number" ? condition(given) : fails(this.path, `must be ${allowed}`);
    });
  }

  /** The array, object or text has something in it. */
  isNotEmpty(): Judgement {
    return this.judge((given) => {
      if (given === undefined) return fails(this.path, "missing");
      return typeof given === "object" && given !== null && Object.keys(given).length === 0
        ? fails(this.path, "empty")
        : holds;
    });
  }

  /** Every element is as it should be; an absent or empty array is fine. */
  every(condition: (item: Value) => Judgement): Judgement {
    return this.judge(() => allOf(...this.items().map(condition)));
  }

  /** At least one element is as it should be; `wanted` says what such an element is. */
  some(wanted: string, condition: (item: Value) => Judgement): Judgement {
    return this.judge((given) => {
      if (given === undefined) return fails(this.path, `missing; ${wanted}`);
      const judgements = this.items().map(condition);
      if (judgements.some(({ is }) => is === "holds")) return holds;
      const paths = judgements.flatMap((judgement) => (judgement.is === "unknown" ? judgement.paths : []));
      return paths.length > 0 ? unknown(...paths) : fails(this.path, wanted);
    });
  }

  /** The sentence is made where it is needed, because most conditions hold. */
  private test(passes: (given: unknown) => boolean, must: () => string): Judgement {
    return this.judge((given) => {
      if (given === undefined) return fails(this.path, `missing; ${must()}`);
      return passes(given) ? holds : fails(this.path, must());
    });
  }
}

/**
 * The value of an own property. Its descriptor, not the property, is asked for: the SDK wraps inputs in a proxy that
 * throws on reading an unknown, and a descriptor goes past it at a tenth of the cost.
 */
function own(raw: unknown, key: string): unknown {
  if (typeof raw !== "object" || raw === null) return undefined;
  return Object.getOwnPropertyDescriptor(raw, key)?.value;
}

function same(given: unknown, expected: Scalar): boolean {
  if (typeof given === "string" && typeof expected === "string") return given.toLowerCase() === expected.toLowerCase();
  return given === expected;
}

function shown(expected: Scalar): string {
  return JSON.stringify(expected);
}
