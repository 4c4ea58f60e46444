import type { Queue } from "@ringfence/operations/ports";
import { answerEvent, type Outcome, RequestKind, type RotationRequest, rotate } from "@ringfence/operations/rotation";
import type { Mutant } from "./mutants.ts";
import { Happening, type Schedule } from "./schedule.ts";
import { simulatedPorts } from "./simulated-ports.ts";
import { Worker } from "./worker.ts";
import { SECRET, World } from "./world.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Days in which things go wrong, and then days in which nothing does. */
const ROUGH_DAYS = 5;
const QUIET_DAYS = 6;

/** Plays a schedule to its end. @throws Violation */
export async function play(schedule: Schedule, mutant: Mutant = {}): Promise<void> {
  const world = new World(schedule);
  const game = new Game(world, mutant);
  for (const { minute, what, value } of schedule.happenings)
    world.time.at(minute * MINUTE, () => game.happen(what, value));
  for (let day = 0; day < ROUGH_DAYS + QUIET_DAYS; day += 1)
    world.time.at(day * DAY + 197 * MINUTE, () => game.happen(Happening.Sweep, 0));
  world.time.at(ROUGH_DAYS * DAY, () => game.calm());
  const end = (ROUGH_DAYS + QUIET_DAYS) * DAY;
  while (world.time.now < end) {
    if (!(await world.time.next())) break;
    if (world.violation !== undefined) throw world.violation;
    world.check();
  }
  world.checkEnd();
}

class Game {
  #workers = 0;
  /** Emergencies that a person began and has not seen the end of; the person tries again. */
  readonly #open = new Map<string, RotationRequest>();
  private readonly world: World;
  private readonly mutant: Mutant;

  constructor(world: World, mutant: Mutant) {
    this.world = world;
    this.mutant = mutant;
  }

  happen(what: Happening, value: number): void {
    const { world } = this;
    const newest = world.vault.newest?.item.version;
    const happenings: Record<Happening, () => void> = {
      [Happening.Sweep]: () => this.#run({ kind: RequestKind.IfDue, reason: "sweep" }),
      [Happening.ByHand]: () => {
        world.wasAskedFor = true;
        this.#run({ kind: RequestKind.Now, reason: "asked for by hand" });
      },
      [Happening.Event]: () => this.#deliver("NearExpiry", newest ?? "v1"),
      [Happening.StaleEvent]: () => this.#deliver("NearExpiry", "v1"),
      [Happening.FalseEvent]: () => this.#deliver("Expired", newest ?? "v9"),
      [Happening.Revoke]: () => newest !== undefined && this.#emergency(RequestKind.Revoke, newest),
      [Happening.Withdraw]: () => {
        if (newest === undefined) return;
        world.isWithdrawn = true;
        this.#emergency(RequestKind.Withdraw, newest);
      },
      [Happening.ClockStep]: () => {
        world.clockWasWrong = true;
        world.skew += value * 60 * MINUTE;
      },
      [Happening.LoseLease]: () => {
        if (world.lease !== undefined) world.lease = { ...world.lease, until: world.time.now };
      },
    };
    happenings[what]();
  }

  /** From now on nothing goes wrong; people finish what they began. */
  calm(): void {
    const { world } = this;
    world.faults.isOff = true;
    world.skew = 0;
    const again = () => {
      for (const request of this.#open.values()) this.#run(request);
      if (this.#open.size > 0) world.time.after(DAY / 4, again);
    };
    world.time.after(30 * MINUTE, again);
  }

  #emergency(kind: RequestKind, version: string): void {
    const { world } = this;
    world.isEmergency = true;
    for (const consumer of world.consumers) consumer.isExcused = true;
    const request: RotationRequest = { kind, version, reason: `version ${version} leaked` };
    this.#open.set(`${kind} ${version}`, request);
    world.openEmergencies = this.#open.size;
    this.#run(request);
  }

  #deliver(type: string, version: string): void {
    const body = JSON.stringify({
      type: `Microsoft.KeyVault.Secret${type}`,
      data: { ObjectName: SECRET.name, Version: version },
    });
    const queue: Queue = { receive: async () => undefined, done: async () => undefined, poison: async () => undefined };
    void answerEvent({ id: "1", body, attempt: 1 }, [SECRET], queue, (_secret, request) =>
      this.#rotated(this.mutant.request?.(request) ?? request),
    );
  }

  #run(request: RotationRequest): void {
    void this.#rotated(request).then(({ verdict }) => {
      if (verdict !== "done" || request.version === undefined) return;
      const { world } = this;
      const leaked = world.vault.versions.find(({ item }) => item.version === request.version);
      if (leaked !== undefined) world.revoked.add(leaked.value);
      this.#open.delete(`${request.kind} ${request.version}`);
      world.openEmergencies = world.isWithdrawn ? 1 : this.#open.size;
    });
  }

  #rotated(request: RotationRequest): Promise<Outcome> {
    const { world, mutant } = this;
    this.#workers += 1;
    const worker = new Worker(`worker-${this.#workers}`, world.time, world.faults, () => world.skew);
    const ports = simulatedPorts(world, worker);
    return rotate(mutant.secret ?? SECRET, request, mutant.ports?.(ports) ?? ports, mutant.conduct);
  }
}
