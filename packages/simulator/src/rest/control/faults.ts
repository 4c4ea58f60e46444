import type { RestAnswer } from "../http/exchange";
import { RESET } from "../http/listen";
import type { Call } from "../surface";
import type { Fault, PlacedFault } from "./fault";

/** Faults for calls to come. A call is befallen by the first that fits it. */
export class Faults {
  private readonly placed: PlacedFault[] = [];
  private made = 0;

  /**
   * Puts a fault in place.
   *
   * @throws Error when a pattern is no regular expression, or a number or status makes no sense.
   */
  add(fault: Fault): PlacedFault {
    const problems = [
      ...(isPattern(fault.path) ? [] : ["path is no regular expression"]),
      ...(["skip", "times", "delayMilliseconds", "retryAfterSeconds"] as const)
        .filter((name) => fault[name] !== undefined && !(Number(fault[name]) >= 0))
        .map((name) => `${name} is not a number from 0`),
      ...(fault.status !== undefined && !(fault.status >= 200 && fault.status <= 599)
        ? ["status is not 200 to 599"]
        : []),
      ...(fault.status === undefined && fault.reset !== true && fault.delayMilliseconds === undefined
        ? ["one of status, reset and delayMilliseconds must say what goes wrong"]
        : []),
    ];
    if (problems.length > 0) throw new Error(`the fault is refused: ${problems.join("; ")}`);
    this.made += 1;
    const placed: PlacedFault = { ...fault, id: String(this.made), seen: 0, done: 0 };
    this.placed.push(placed);
    return { ...placed };
  }

  /** Every fault, also those that have run out, and how many calls each has seen. */
  list(): PlacedFault[] {
    return this.placed.map((fault) => ({ ...fault }));
  }

  /** Takes a fault away; all of them when no id is given. */
  clear(id?: string): void {
    const rest = id === undefined ? [] : this.placed.filter((fault) => fault.id !== id);
    this.placed.splice(0, this.placed.length, ...rest);
  }

  /** Answers a call, with the fault that befalls it if one does. */
  async befall(call: Call, answer: () => Promise<RestAnswer>): Promise<RestAnswer | typeof RESET> {
    const fault = this.take(call);
    if (fault === undefined) return answer();
    call.fault = true;
    if (fault.delayMilliseconds !== undefined) await pause(fault.delayMilliseconds);
    const given =
      fault.afterEffect === true || (fault.status === undefined && fault.reset !== true) ? await answer() : undefined;
    if (fault.reset === true) return RESET;
    if (fault.status === undefined && given !== undefined) return given;
    const code = fault.code ?? "InjectedFault";
    call.code = code;
    return {
      status: fault.status ?? 500,
      headers: fault.retryAfterSeconds === undefined ? {} : { "retry-after": String(fault.retryAfterSeconds) },
      body: { error: { code, message: "This answer was asked for at the simulated Azure's control endpoint." } },
    };
  }

  private take(call: Call): PlacedFault | undefined {
    for (const fault of this.placed) {
      if (fault.method !== undefined && fault.method.toUpperCase() !== call.method) continue;
      if (fault.path !== undefined && !new RegExp(fault.path, "i").test(call.path)) continue;
      fault.seen += 1;
      if (fault.seen <= (fault.skip ?? 0) || fault.done >= (fault.times ?? 1)) continue;
      fault.done += 1;
      return fault;
    }
    return undefined;
  }
}

function isPattern(text: string | undefined): boolean {
  try {
    return new RegExp(text ?? "") instanceof RegExp;
  } catch {
    return false;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
