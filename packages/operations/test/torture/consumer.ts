import type { Service } from "./service.ts";
import type { Timeline } from "./timeline.ts";
import type { Vault } from "./vault.ts";

/** A service that reads the secret now and then and uses what it has read in between. */
export class Consumer {
  value: string | undefined;
  /** Whether an emergency is under way, or was when it last read: then it may be refused. */
  isExcused = false;

  private readonly time: Timeline;
  private readonly vault: Vault;
  private readonly isEmergency: () => boolean;

  constructor(time: Timeline, vault: Vault, everyMilliseconds: number, firstAt: number, isEmergency: () => boolean) {
    this.time = time;
    this.vault = vault;
    this.isEmergency = isEmergency;
    this.read();
    const again = () => {
      this.read();
      this.time.after(everyMilliseconds, again);
    };
    this.time.at(firstAt, again);
  }

  read(): void {
    const newest = this.vault.newest;
    if (newest?.item.enabled) this.value = newest.value;
    this.isExcused = this.isEmergency();
  }

  isServed(service: Service): boolean {
    return this.isExcused || this.value === undefined || service.accepts(this.value);
  }
}
