import { type AuditRecord, type Notice, Secret } from "@ringfence/operations/ports";
import {
  fingerprint,
  HOUR,
  ownerTag,
  type RotatedSecret,
  type RotationEntry,
  Tag,
} from "@ringfence/operations/rotation";
import { Consumer } from "./consumer.ts";
import { type Schedule, Start } from "./schedule.ts";
import { Service } from "./service.ts";
import { Timeline } from "./timeline.ts";
import { EPOCH, Vault } from "./vault.ts";
import { Invariant, Violation } from "./violation.ts";
import { Faults } from "./worker.ts";

const DAY = 24 * HOUR;

export const OWNER = "/subscriptions/1/resourceGroups/rg/providers/Contoso.Test/services/one";

/** The secret of every schedule: 60 days old at most, and a day of overlap. */
export const SECRET: RotatedSecret = {
  name: "search-admin",
  owner: OWNER,
  ownerType: "Microsoft.Search/searchServices",
  maximumAgeDays: 60,
  overlapHours: 24,
};

/** How old the newest version is at the beginning, in hours; it was made by this job and can be renewed by it. */
const ages: Readonly<Record<Start, number>> = { empty: 0, due: 40 * 24, foreign: 80 * 24, young: 0.5 };

export interface JournalRow {
  entry: RotationEntry;
  etag: number;
}

/** The true state of everything, which workers only see through calls; and what must be true of it. */
export class World {
  readonly time = new Timeline();
  readonly vault = new Vault(this.time);
  readonly service: Service;
  readonly faults: Faults;
  readonly consumers: readonly Consumer[];
  readonly audit: AuditRecord[] = [];
  readonly notices: Notice[] = [];
  readonly written: RotationEntry[] = [];
  journal: JournalRow | undefined;
  lease: { holder: string; turn: number; until: number } | undefined;
  skew = 0;
  /** The first promise that a call has broken. */
  violation: Violation | undefined;
  /** Whether a person has asked for an emergency, so that consumers may be refused until they read again. */
  isEmergency = false;
  /** How many of them have not come to an end. */
  openEmergencies = 0;
  isWithdrawn = false;
  wasAskedFor = false;
  clockWasWrong = false;
  readonly revoked = new Set<string>();
  readonly #publishedBy = new Map<string, string>();

  readonly schedule: Schedule;

  constructor(schedule: Schedule) {
    this.schedule = schedule;
    const age = ages[schedule.start] * HOUR;
    this.service = new Service(this.time, schedule.propagation * 1000, schedule.lingering * 1000, -age);
    this.faults = new Faults(schedule);
    if (schedule.start === Start.Foreign) this.vault.write(SECRET.name, this.#valueOf("key1"), {}, age);
    else if (schedule.start !== Start.Empty) {
      if (schedule.start === Start.Young) this.#writtenBefore("key2", age + 30 * DAY);
      this.#writtenBefore("key1", age);
    }
    this.consumers = [
      new Consumer(this.time, this.vault, 20 * HOUR, 3 * HOUR, () => this.openEmergencies > 0),
      new Consumer(this.time, this.vault, 24 * HOUR - 60_000, 11 * HOUR, () => this.openEmergencies > 0),
    ];
    // Whoever reads rarely still has the value before.
    const rare = this.consumers[1];
    if (schedule.start === Start.Young && rare !== undefined) rare.value = this.#valueOf("key2");
  }

  #valueOf(slot: string): string {
    return this.service.slots[slot]?.value ?? "";
  }

  #writtenBefore(slot: string, age: number): void {
    const value = this.#valueOf(slot);
    const born = new Date(EPOCH - age);
    this.vault.write(
      SECRET.name,
      value,
      {
        contentType: "text/plain",
        expiresOn: new Date(born.getTime() + SECRET.maximumAgeDays * DAY),
        tags: {
          [Tag.Slot]: slot,
          [Tag.Owner]: ownerTag(OWNER),
          [Tag.Correlation]: `rotation/search-admin/before-${slot}`,
          [Tag.Fingerprint]: fingerprint(new Secret(value)),
        },
      },
      age,
    );
  }

  /** What must hold at every moment. */
  check(): void {
    const { newest } = this.vault;
    if (newest?.item.enabled && !this.isWithdrawn && !this.service.accepts(newest.value))
      throw new Violation(Invariant.PublishedWorks, `version ${newest.item.version} is refused`);
    for (const [index, consumer] of this.consumers.entries())
      if (!consumer.isServed(this.service))
        throw new Violation(Invariant.ConsumersWork, `consumer ${index + 1} is refused`);
    for (const value of this.revoked)
      if (this.service.accepts(value)) throw new Violation(Invariant.RevokedIsDead, "it is accepted again");
  }

  /** A slot is about to be renewed. */
  checkRenewal(slot: string): void {
    const entry = this.journal?.entry;
    const isWrittenDown =
      (entry?.phase === "regenerating" && entry.target === slot) ||
      (entry?.phase === "retiring" && entry.retires === slot);
    if (!isWrittenDown)
      throw new Violation(Invariant.Journalled, `${slot} is renewed while the journal says ${entry?.phase}`);
    this.#checkRecorded(slot);
    if (this.isEmergency) return;
    const value = this.#valueOf(slot);
    const { versions } = this.vault;
    const index = versions.findLastIndex((version) => version.value === value);
    const next = versions[index + 1];
    if (index === -1) {
      this.#checkReason(entry);
      return;
    }
    if (next === undefined) throw new Violation(Invariant.PublishedWorks, `${slot} is published and is renewed`);
    const replacedFor = this.time.now - (next.item.createdOn.getTime() - EPOCH);
    if (replacedFor < SECRET.overlapHours * HOUR)
      throw new Violation(
        Invariant.OverlapKept,
        `${slot} was replaced ${Math.round(replacedFor / 60_000)} minutes ago`,
      );
  }

  #checkReason(entry: RotationEntry | undefined): void {
    const newest = this.vault.newest;
    if (entry?.phase !== "regenerating" || newest === undefined || this.wasAskedFor || this.clockWasWrong) return;
    const age = (this.time.now - (newest.item.createdOn.getTime() - EPOCH)) / DAY;
    if (newest.item.expiresOn !== undefined && age < 29)
      throw new Violation(Invariant.NotWithoutReason, `version ${newest.item.version} is ${age.toFixed(1)} days old`);
  }

  /** A version is about to be written. */
  checkPublication(value: string, correlation: string): void {
    const entry = this.journal?.entry;
    if (entry?.phase !== "publishing" || entry.correlation !== correlation)
      throw new Violation(Invariant.Journalled, `a version is written while the journal says ${entry?.phase}`);
    if (this.#publishedBy.has(correlation)) throw new Violation(Invariant.OneWinner, `${correlation} publishes again`);
    if (this.vault.versions.some((version) => version.value === value))
      throw new Violation(Invariant.NewValue, `${correlation} publishes an earlier value`);
    if (this.written.some(({ phase }) => phase === "revoked"))
      throw new Violation(Invariant.RevokedIsDead, "a withdrawn secret is published");
    this.#publishedBy.set(correlation, value);
    this.#checkRecorded(correlation);
  }

  #checkRecorded(what: string): void {
    if (this.audit.at(-1)?.moment !== "executing" && !this.audit.some(({ moment }) => moment === "executing"))
      throw new Violation(Invariant.Audited, `${what} is changed without a record`);
  }

  /** What must hold once nothing goes wrong any more and some sweeps have passed. */
  checkEnd(): void {
    const entry = this.journal?.entry;
    const said = JSON.stringify([this.written, this.audit, this.notices]);
    if (said.includes("planted-")) throw new Violation(Invariant.NoSecret, "a value was written down");
    if (entry !== undefined && entry.phase !== "done" && entry.phase !== "revoked")
      throw new Violation(Invariant.Converges, `the rotation stays ${entry.phase}: ${entry.failure}`);
    if (this.isWithdrawn) {
      if (entry?.phase !== "revoked") throw new Violation(Invariant.Converges, "the secret is not withdrawn");
      if (this.vault.versions.some(({ item }) => item.enabled))
        throw new Violation(Invariant.RevokedIsDead, "a version of a withdrawn secret can be read");
      return;
    }
    const newest = this.vault.newest;
    if (newest === undefined || !newest.item.enabled) throw new Violation(Invariant.Converges, "nothing is published");
    const slot = this.service.slotOf(newest.value);
    if (slot === undefined) throw new Violation(Invariant.PublishedWorks, "no slot holds the newest version");
    const age = (this.time.now - this.service.bornOf(slot)) / DAY;
    if (age > SECRET.maximumAgeDays + 1) throw new Violation(Invariant.Young, `the published key is ${age} days old`);
    for (const { value } of this.vault.versions.slice(0, -1))
      if (this.service.slotOf(value) !== undefined)
        throw new Violation(Invariant.Converges, "an earlier version's key is alive");
    const begun = this.audit.filter(({ moment }) => moment === "executing").length;
    const ended = this.audit.filter(({ moment }) => moment === "succeeded" || moment === "failed").length;
    const crashes = this.schedule.faults.filter(({ fault }) => fault !== "slow" && fault !== "ignored").length;
    if (begun - ended > crashes) throw new Violation(Invariant.Audited, `${begun} effects began and ${ended} ended`);
  }
}
