import { JobCommand } from "@ringfence/core/jobs";
import type { Command } from "commander";
import { ConfigurationRefused } from "../../configuration";
import { type RevocationScope, type Revoked, revokeSecrets, scopeOf } from "../../revocation";
import { Verdict } from "../../rotation";
import type { CommonFlags } from "../common-flags";
import { ExitCode } from "../exit-code";
import { rotation, rotationNeeds } from "../rotation-run";
import { runJob } from "../run-job";
import type { Surroundings } from "../surroundings";

interface RevokeFlags extends CommonFlags, RevocationScope {
  readonly reason: string;
  readonly withdraw?: boolean;
}

/** `ringfence-operations revoke`: kills leaked keys, by secret, by service or by ring. */
export function define(command: Command, surroundings: Surroundings): void {
  command
    .option("--secret <name>", "one secret")
    .option("--version <version>", "the version that has leaked, if it is not the newest; with --secret")
    .option("--service <id>", "every secret of this service, by its Azure id or address")
    .option("--ring <name>", "every secret of this ring, which it has to be")
    .option("--withdraw", "publish nothing in its place: the secret is dead for good")
    .requiredOption("--reason <reason>", "where it leaked")
    .action((flags: RevokeFlags) =>
      runJob(
        {
          command: JobCommand.Revoke,
          needs: rotationNeeds,
          work: async (run) => {
            const { configuration, ports, clock } = run;
            const scope = scopeOf(flags, configuration.secrets, configuration.ring);
            if ("problems" in scope) throw new ConfigurationRefused(scope.problems);
            const revoked = await revokeSecrets(
              {
                ...scope,
                reason: flags.reason,
                version: flags.version,
                withdraw: flags.withdraw === true,
                once: flags.once === true,
              },
              {
                store: ports.secrets,
                clock,
                notifier: ports.notifier,
                dryRun: flags.dryRun === true,
                rotate: await rotation(run),
              },
            );
            const isDone = revoked.every(({ verdict }) => verdict === Verdict.Done || verdict === Verdict.Rehearsed);
            return {
              code: isDone ? ExitCode.Done : ExitCode.Found,
              text: revoked.map(line).join("\n"),
              report: revoked,
            };
          },
        },
        flags,
        surroundings,
      ),
    );
}

function line({ secret, version, verdict, because, seconds }: Revoked): string {
  return `${secret}${version === undefined ? "" : ` version ${version}`}: ${verdict} after ${seconds} seconds, ${because}`;
}
