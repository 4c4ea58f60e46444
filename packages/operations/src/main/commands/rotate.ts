import { JobCommand } from "@ringfence/core/jobs";
import { type Command, InvalidArgumentError } from "commander";
import { ConfigurationRefused, type SettingName } from "../../configuration";
import { type Acknowledgement, acknowledge } from "../../consumers";
import { type Answer, answerEvent, isFailure, type Outcome, RequestKind } from "../../rotation";
import { type CommonFlags, withCommonFlags } from "../common-flags";
import { ExitCode } from "../exit-code";
import { RotationPart, rotation, rotationNeeds } from "../rotation-run";
import { type JobResult, type JobRun, runJob } from "../run-job";
import type { Surroundings } from "../surroundings";

interface RotateFlags extends CommonFlags {
  readonly secret?: string;
  readonly reason?: string;
}

interface AcknowledgeFlags extends CommonFlags {
  readonly secret: string;
  readonly version: string;
  readonly consumer: string;
}

const needs = [...rotationNeeds, "eventsQueue", "poisonQueue"] as const satisfies SettingName[];
type Run = JobRun<(typeof needs)[number]>;

/** Longer than a rotation takes that waits for a key to become known: nobody else gets the event meanwhile. */
const HIDDEN_MILLISECONDS = 20 * 60_000;

/** `ringfence-operations rotate`: answers the events that wait; with `--secret`, renews that one now. */
export function define(command: Command, surroundings: Surroundings): void {
  command
    .option("--secret <name>", "renew this one now, due or not, and answer no event")
    .option("--reason <reason>", "why it is renewed now; needed with --secret")
    .action((flags: RotateFlags) =>
      runJob({ command: JobCommand.Rotate, needs, work: (run) => work(run, flags) }, flags, surroundings),
    );

  withCommonFlags(command.command("acknowledge"))
    .description("say for a consumer that it has got a version, so that the old key can be retired")
    .requiredOption("--secret <name>", "the secret")
    .requiredOption("--version <version>", "the version that it has read", hexadecimal)
    .requiredOption("--consumer <name>", "the consumer, as the secret's list names it")
    .action((_flags: AcknowledgeFlags, said: Command) => {
      const flags = said.optsWithGlobals<AcknowledgeFlags>();
      return runJob(
        { command: JobCommand.Rotate, needs, work: (run) => acknowledged(run, flags) },
        flags,
        surroundings,
      );
    });
}

async function work(run: Run, flags: RotateFlags): Promise<JobResult> {
  const rotateOne = await rotation(run);
  if (flags.secret === undefined) return answerEvents(run, rotateOne);
  const secret = secretNamed(run, flags.secret);
  if (flags.reason === undefined)
    throw new ConfigurationRefused([
      { path: "--reason", problem: "missing; why the secret is renewed before it is due" },
    ]);
  const outcome = await rotateOne(secret, { kind: RequestKind.Now, reason: flags.reason });
  return { code: isFailure(outcome) ? ExitCode.Found : ExitCode.Done, text: sentence(outcome), report: [outcome] };
}

/** Events one after the other until none waits; `--once` ends after the first, `--dry-run` leaves them in the queue. */
async function answerEvents(
  { ports, configuration, ending, flags, log }: Run,
  rotateOne: Awaited<ReturnType<typeof rotation>>,
): Promise<JobResult> {
  const queue = ports.queue();
  const answers: Answer[] = [];
  const kept = flags.dryRun ? { ...queue, done: async () => undefined, poison: async () => undefined } : queue;
  while (!ending.aborted) {
    const delivery = await queue.receive(flags.dryRun ? 1_000 : HIDDEN_MILLISECONDS);
    if (delivery === undefined) break;
    const answer = await answerEvent(delivery, configuration.secrets, kept, rotateOne);
    log.info("event answered", { ...answer, attempt: delivery.attempt });
    answers.push(answer);
    if (flags.once || flags.dryRun) break;
  }
  const failed = answers.some(({ put, outcome }) => put !== "done" || (outcome && isFailure(outcome)));
  const text = answers.length === 0 ? "no event waits" : answers.map(line).join("\n");
  return { code: failed ? ExitCode.Found : ExitCode.Done, text, report: answers };
}

async function acknowledged(
  { ports, clock, flags: { dryRun }, configuration }: Run,
  flags: AcknowledgeFlags,
): Promise<JobResult> {
  const secret = configuration.secrets.find(({ name }) => name.toLowerCase() === flags.secret.toLowerCase());
  if (!secret?.consumers?.includes(flags.consumer))
    throw new ConfigurationRefused([
      {
        path: "--consumer",
        problem: `${JSON.stringify(flags.consumer)} is not one of ${secret?.consumers?.join(", ") || "none"}, the consumers of ${flags.secret}`,
      },
    ]);
  const { version, consumer } = flags;
  const journal = ports.journal<Acknowledgement>(RotationPart.Acknowledgements);
  if (!dryRun) await acknowledge(journal, { secret: secret.name, version, consumer }, clock);
  const text = `${consumer} ${dryRun ? "would be noted to have" : "has"} version ${version} of ${secret.name}`;
  return { code: ExitCode.Done, text, report: { secret: secret.name, version, consumer } };
}

function secretNamed({ configuration: { secrets } }: Run, asked: string) {
  const secret = secrets.find(({ name }) => name.toLowerCase() === asked.toLowerCase());
  if (secret !== undefined) return secret;
  const names = secrets.map(({ name }) => name).join(", ") || "none";
  throw new ConfigurationRefused([
    { path: "--secret", problem: `${JSON.stringify(asked)} is none that the jobs renew: ${names}` },
  ]);
}

function line({ secret, outcome, put, because }: Answer): string {
  return outcome === undefined ? `${secret ?? "a message"}: ${put}, ${because}` : sentence(outcome);
}

function sentence({ secret, verdict, because, until }: Outcome): string {
  return `${secret}: ${verdict}, ${because}${until ? `, until ${until.toISOString()}` : ""}`;
}

function hexadecimal(text: string): string {
  if (/^[0-9a-f]{32}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError("A version is 32 hex digits, the end of the secret's address.");
}
