import type { DeploymentCalls } from "./deployment-calls";
import { wholeAnswers } from "./deployment-series";
import { Lever, type Levers } from "./levers";
import { counterSeries, LOGS, type MinuteSeries } from "./minute-series";
import { parameters } from "./parameters";
import type { Random } from "./random";
import type { DeploymentLoad } from "./workload";

/** A deployment and what happened at it. */
export interface SimulatedDeployment {
  deployment: DeploymentLoad;
  calls: DeploymentCalls;
  takesSpillover: boolean;
}

/** Answers that begin to fail for each point that the mean score falls: with a point less, seven in ten are under the bar. */
const FAILING_PER_POINT = 0.7;

/**
 * What the application that asks the models says of itself: its users' requests, its evaluators' scores, and a metric
 * a minute that shows it is alive. It does not repeat calls, so what a model turns away its users see; only what spills
 * over is answered elsewhere. `arrives` is the share of its telemetry that does.
 */
export function applicationSeries(
  simulated: readonly SimulatedDeployment[],
  minutes: number,
  levers: Levers,
  arrives: Float32Array | undefined,
  random: Random,
): MinuteSeries[] {
  const chats = simulated.filter(({ deployment }) => deployment.kind === "chat");
  const [first] = chats;
  if (first === undefined) return [];
  const [own, fall, untraced] = [
    levers.positions(Lever.ApplicationErrors),
    levers.positions(Lever.Groundedness),
    levers.positions(Lever.Untraced),
  ];
  const array = () => new Float32Array(minutes);
  const [good, failed, throttled, filtered, alive, scored, scores, traced, bare, passed, missed] = [
    ...Array.from({ length: 11 }, array),
  ] as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const { sampling, groundedness, deviation, failing } = parameters.evaluation;
  for (let minute = 0; minute < minutes; minute++) {
    const share = arrives?.[minute] ?? 1;
    let [answered, errors, refused, blocked] = [0, 0, 0, 0];
    for (const { deployment, calls } of chats) {
      answered += calls.answered[minute] ?? 0;
      errors += calls.failed[minute] ?? 0;
      blocked += calls.blocked[minute] ?? 0;
      if (deployment.spilloverTo === undefined) refused += calls.throttled[minute] ?? 0;
    }
    const broken = random.happens(answered, own?.[minute] ?? 0);
    good[minute] = (answered - broken) * share;
    failed[minute] = (errors + broken) * share;
    throttled[minute] = refused * share;
    filtered[minute] = blocked * share;
    alive[minute] = share > 0.5 ? 1 : 0;
    const judged = random.happens(answered, sampling);
    scored[minute] = judged * share;
    const mean = groundedness - (fall?.[minute] ?? 0) + (deviation / Math.sqrt(Math.max(1, judged))) * random.normal();
    scores[minute] = Math.min(5, Math.max(1, mean)) * judged * share;
    const fails = random.happens(judged, failing + Math.min(0.9, Math.max(0, fall?.[minute] ?? 0) * FAILING_PER_POINT));
    passed[minute] = (judged - fails) * share;
    missed[minute] = fails * share;
    bare[minute] = random.happens(answered, 0.02 + (untraced?.[minute] ?? 0)) * share;
    traced[minute] = Math.max(0, answered * share - (bare[minute] ?? 0));
  }
  const of = (metric: string, dimensions: Record<string, string>) => ({ service: LOGS, metric, dimensions });
  const request = (code: string) => of("AppRequests", { Service: "assistant", Code: code });
  return [
    { ...counterSeries(request("200"), good), latency: wholeAnswers(first.deployment, first.calls) },
    counterSeries(request("500"), failed),
    counterSeries(request("429"), throttled),
    counterSeries(request("400"), filtered),
    counterSeries(of("EvaluationLabels", { Evaluator: "groundedness", Label: "pass" }), passed),
    counterSeries(of("EvaluationLabels", { Evaluator: "groundedness", Label: "fail" }), missed),
    counterSeries(of("AppHeartbeats", {}), alive),
    counterSeries(of("TracedCalls", { Service: "assistant", Untraced: "no" }), traced),
    counterSeries(of("TracedCalls", { Service: "assistant", Untraced: "yes" }), bare),
    {
      ...of("Evaluations", { Evaluator: "groundedness" }),
      sum: scores,
      count: scored,
      minimum: scores,
      maximum: scores,
    },
  ];
}
