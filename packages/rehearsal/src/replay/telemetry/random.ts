/**
 * Random numbers that a seed and a name decide: the same seed gives the same telemetry, and a series that is added or
 * left out changes no other. The generator is sfc32 (Chris Doty-Humphrey, PractRand), seeded by FNV-1a.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;
  private spare: number | undefined;

  constructor(seed: number, name: string) {
    this.a = fnv1a(`${seed}/${name}/a`);
    this.b = fnv1a(`${seed}/${name}/b`);
    this.c = fnv1a(`${seed}/${name}/c`);
    for (let round = 0; round < 12; round++) this.uniform();
  }

  /** Evenly between 0 and 1, never 1. */
  uniform(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** From the normal distribution of mean 0 and deviation 1 (Box and Muller's polar method, by Marsaglia). */
  normal(): number {
    if (this.spare !== undefined) {
      const value = this.spare;
      this.spare = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const radius = x * x + y * y;
      if (radius >= 1 || radius === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(radius)) / radius);
      this.spare = y * factor;
      return x * factor;
    }
  }

  /** A count from the Poisson distribution; above 30 its normal approximation, which no alert can tell apart. */
  poisson(mean: number): number {
    if (mean <= 0) return 0;
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.uniform(); product > limit; product *= this.uniform()) count++;
    return count;
  }

  /** How many of `trials` happen, each with the given chance: a Poisson count that cannot exceed the trials. */
  happens(trials: number, chance: number): number {
    if (trials <= 0 || chance <= 0) return 0;
    if (chance >= 1) return trials;
    if (chance > 0.5) return trials - this.happens(trials, 1 - chance);
    return Math.min(trials, this.poisson(trials * chance));
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
