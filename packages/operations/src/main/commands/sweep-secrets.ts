import { JobCommand } from "@ringfence/core/jobs";
import type { Command } from "commander";
import { storageEndpoints } from "../../azure/endpoints";
import type { SettingName } from "../../configuration";
import { ageGauges } from "../../inventory";
import type { RotationEntry } from "../../rotation";
import { countUndelivered, type SweepReport, sweep } from "../../sweep";
import type { CommonFlags } from "../common-flags";
import type { Connections } from "../connections";
import { ExitCode } from "../exit-code";
import { RotationPart, rotation, rotationNeeds } from "../rotation-run";
import { type JobRun, runJob } from "../run-job";
import type { Surroundings } from "../surroundings";

const needs = [...rotationNeeds, "maximumAgeDays"] as const satisfies SettingName[];

/** `ringfence-operations sweep-secrets`: everything in the vault, and every secret that a job renews. */
export function define(command: Command, surroundings: Surroundings): void {
  command.action((flags: CommonFlags) =>
    runJob(
      {
        command: JobCommand.SweepSecrets,
        needs,
        work: async (run) => {
          const { configuration, ports, clock, ending } = run;
          const report = await sweep({
            store: ports.secrets,
            secrets: configuration.secrets,
            maximumAgeDays: configuration.maximumAgeDays,
            clock,
            notifier: ports.notifier,
            gauges: ageGauges(),
            rotations: underWay(ports),
            told: ports.journal(RotationPart.Findings),
            undelivered: () => undelivered(run),
            dryRun: flags.dryRun === true,
            rotate: await rotation(run),
            ending,
          });
          const code = report.findings.length > 0 || !report.complete ? ExitCode.Found : ExitCode.Done;
          return { code, text: textOf(report), report };
        },
      },
      flags,
      surroundings,
    ),
  );
}

async function* underWay(ports: Connections): AsyncIterable<RotationEntry> {
  for await (const { value } of ports.journal<RotationEntry>(RotationPart.Rotations).entries()) yield value;
}

async function undelivered({ configuration, ports }: JobRun<"storageAccount">): Promise<number> {
  const { undeliveredContainer } = configuration;
  if (undeliveredContainer === undefined) return 0;
  const { blob } = storageEndpoints(configuration);
  return countUndelivered(blob, undeliveredContainer, ports.credential, ports.clients ?? {});
}

function textOf({ seen, outcomes, findings, complete }: SweepReport): string {
  return [
    ...outcomes.map(({ secret, verdict, because }) => `${secret}: ${verdict}, ${because}`),
    ...findings.map(({ kind, name, says }) => `${kind.toUpperCase()} ${name}: ${says}`),
    `${seen} secrets, keys and certificates seen, ${findings.length} findings${complete ? "" : "; stopped before the last secret"}`,
  ].join("\n");
}
