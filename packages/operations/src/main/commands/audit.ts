import { JobCommand } from "@ringfence/core/jobs";
import { type Command, InvalidArgumentError } from "commander";
import { type AuditReport, type ChainHead, verifyAudit } from "../../audit";
import { type CommonFlags, withCommonFlags } from "../common-flags";
import { ExitCode } from "../exit-code";
import { type JobResult, type JobRun, runJob } from "../run-job";
import type { Surroundings } from "../surroundings";

interface VerifyFlags extends CommonFlags {
  readonly noted?: ChainHead[];
}

/** `ringfence-operations audit verify`: follows the whole chain, and compares its end with what was noted elsewhere. */
export function define(command: Command, surroundings: Surroundings): void {
  withCommonFlags(command.command("verify"))
    .description("follow the chain from its first record to its last")
    .option("--noted <number:hash>", "a record that was noted elsewhere and must be there; repeat for more", head)
    .action((_flags: VerifyFlags, verify: Command) => {
      const flags = verify.optsWithGlobals<VerifyFlags>();
      return runJob(
        {
          command: JobCommand.Audit,
          needs: ["storageAccount", "auditContainer", "journalTable"],
          work: (run) => verified(run, flags.noted ?? []),
        },
        flags,
        surroundings,
      );
    });
}

async function verified(
  { ports }: Pick<JobRun<"storageAccount">, "ports">,
  marks: readonly ChainHead[],
): Promise<JobResult> {
  // The note first: whatever is written while the chain is read comes after it.
  const noted = await ports.audit.noted();
  const report = await verifyAudit(ports.audit.lines(), noted ? [noted, ...marks] : marks);
  const code = report.findings.length > 0 ? ExitCode.Found : ExitCode.Done;
  return { code, text: sentences(report, noted).join("\n"), report: { ...report, noted } };
}

function sentences({ records, head, findings, unfinished }: AuditReport, noted: ChainHead | undefined): string[] {
  const faults = findings.map(({ fault, at, says }) => `${fault.toUpperCase()} at ${at}: ${says}`);
  const open = unfinished.map(
    ({ action, target, since, moment, run }) =>
      `unfinished: ${action} on ${target} is ${moment} since ${since} (run ${run}); it runs now, or the job died in it`,
  );
  const end =
    noted === undefined && records > 0
      ? ["no newest record is noted in the journal, so a chain that was cut off at its end would not be found"]
      : [];
  const sum =
    findings.length === 0
      ? `the audit is whole: ${records} records, the newest is ${head.sequence}:${head.hash}`
      : `the audit is NOT whole: ${findings.length} ${findings.length === 1 ? "fault" : "faults"} in ${records} records`;
  return [...faults, ...open, ...end, sum];
}

/** `17:9f86…`, as the end of an earlier check said it. */
function head(text: string, before: ChainHead[] = []): ChainHead[] {
  const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence === undefined || hash === undefined)
    throw new InvalidArgumentError("A noted record is its number, a colon and its hash of 64 hex digits.");
  return [...before, { sequence: Number(sequence), hash }];
}
