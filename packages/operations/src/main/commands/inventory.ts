import { JobCommand } from "@ringfence/core/jobs";
import type { Command } from "commander";
import { ageGauges, type InventoryRow, inventoryTable, takeInventory } from "../../inventory";
import type { CommonFlags } from "../common-flags";
import { ExitCode } from "../exit-code";
import { runJob } from "../run-job";
import type { Surroundings } from "../surroundings";

/** `ringfence-operations inventory`: what the vault holds, without values. */
export function define(command: Command, surroundings: Surroundings): void {
  command.action((flags: CommonFlags) =>
    runJob(
      {
        command: JobCommand.Inventory,
        needs: ["keyVaultUri"],
        work: async ({ ports, configuration: { secrets = [] }, clock }) => {
          const gauges = ageGauges();
          const rows: InventoryRow[] = [];
          const renewed = secrets.map(({ name }) => name);
          for await (const { row } of takeInventory(ports.secrets, renewed, clock)) {
            gauges.record(row);
            rows.push(row);
          }
          return { code: ExitCode.Done, text: inventoryTable(rows), report: rows };
        },
      },
      flags,
      surroundings,
    ),
  );
}
