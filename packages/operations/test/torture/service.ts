import type { Slot } from "@ringfence/operations/ports";
import type { Timeline } from "./timeline.ts";

/** A key as the service keeps it. */
interface ServiceKey {
  readonly value: string;
  /** When it was made, true time. */
  readonly born: number;
  readonly acceptedFrom: number;
}

/** A service with two keys. A new key takes a while to be accepted everywhere; a killed one may linger as long. */
export class Service {
  readonly slots: Record<Slot, ServiceKey>;
  readonly #lingers = new Map<string, number>();
  #made = 0;

  private readonly time: Timeline;
  private readonly propagation: number;
  private readonly lingering: number;

  constructor(time: Timeline, propagation: number, lingering: number, born: number) {
    this.time = time;
    this.propagation = propagation;
    this.lingering = lingering;
    this.slots = { key1: this.#key(born, 0), key2: this.#key(born, 0) };
  }

  /** A renewal, as Azure does it: the key that was in the slot is gone. */
  regenerate(slot: Slot): void {
    const old = this.slots[slot];
    if (old !== undefined) this.#lingers.set(old.value, this.time.now + this.lingering);
    this.slots[slot] = this.#key(this.time.now, this.time.now + this.propagation);
  }

  accepts(value: string): boolean {
    const held = Object.values(this.slots).find((key) => key.value === value);
    if (held !== undefined) return this.time.now >= held.acceptedFrom;
    return this.time.now < (this.#lingers.get(value) ?? Number.NEGATIVE_INFINITY);
  }

  slotOf(value: string): Slot | undefined {
    return Object.keys(this.slots).find((slot) => this.slots[slot]?.value === value);
  }

  bornOf(slot: Slot): number {
    return this.slots[slot]?.born ?? Number.NaN;
  }

  #key(born: number, acceptedFrom: number): ServiceKey {
    this.#made += 1;
    return { value: `planted-${this.#made}-4f8c1e`, born, acceptedFrom };
  }
}
