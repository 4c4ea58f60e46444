import type { OriginWords } from "./origin-words";
import type { StackState, StackSummary } from "./stack-summary";
import { counted, listed } from "./wording";

/** Can this be deployed, and what stops it: the first thing that every report says. */
export interface Answer {
  /** The worst of the stacks' states. */
  state: StackState;
  headline: string;
  /** What stops each stack, or what stands behind a clear answer. */
  reasons: string[];
}

/** More names than this are counted instead of listed. */
const LISTED_STACKS = 5;

/** Answers for all stacks together. */
export function answerFor(stacks: readonly StackSummary[], words: OriginWords): Answer {
  const clear = stacks.filter(({ state }) => state === "clear");
  const held = stacks.filter(({ state }) => state !== "clear");
  if (stacks.length === 0) return { state: "stopped", headline: "There is no stack", reasons: [] };
  if (held.length === 0)
    return { state: "clear", headline: `${named(clear, stacks)} ${words.clear}`, reasons: [whatWasSeen(clear, words)] };
  const others = clear.length > 0 ? `; ${named(clear, stacks)} ${words.others}` : "";
  return {
    state: held.some(({ state }) => state === "stopped") ? "stopped" : "blocked",
    headline: `${named(held, stacks)} ${words.held}${others}`,
    reasons: held.map((stack) => `${stack.stack}: ${whatStops(stack)}`),
  };
}

/** What stops one stack, in numbers. */
export function whatStops({ state, mandatory, refusals }: StackSummary): string {
  return listed([
    ...(state === "stopped" ? ["the program stopped with an error"] : []),
    ...(mandatory > 0 ? [counted(mandatory, "mandatory violation")] : []),
    ...(refusals > 0 ? [counted(refusals, "refusal by Azure", "refusals by Azure")] : []),
  ]);
}

function whatWasSeen(stacks: readonly StackSummary[], words: OriginWords): string {
  const sum = (of: (stack: StackSummary) => number) => stacks.reduce((total, stack) => total + of(stack), 0);
  const resources = counted(
    sum(({ resources }) => resources),
    "resource",
  );
  const passed = counted(
    sum(({ outcomes }) => outcomes.pass),
    "check",
  );
  const advisory = sum((stack) => stack.advisory);
  const undetermined = sum(({ outcomes }) => outcomes.undetermined);
  const verdicts = [
    `${passed} passed on ${resources}`,
    advisory > 0 ? counted(advisory, "advisory violation") : "no violation",
    ...(undetermined > 0 ? [`${undetermined} ${words.undetermined}`] : []),
  ];
  const judged = stacks.some((stack) => stack.judged) ? verdicts : [resources, "no policy pack judged"];
  const asked = stacks.some(({ mode }) => mode !== "state");
  return [...judged, ...(asked ? ["no refusal by Azure"] : [])].join(", ");
}

function named(some: readonly StackSummary[], all: readonly StackSummary[]): string {
  if (some.length <= LISTED_STACKS) return listed(some.map(({ stack }) => stack));
  return some.length === all.length ? `All ${some.length} stacks` : `${some.length} of ${all.length} stacks`;
}
