import type { ResourceTransformation } from "@pulumi/pulumi";
import { AiProject, EnvironmentRing, OperationsDashboard, SecretRotation, ServiceMonitors } from "@ringfence/azure";

const image = `contoso.azurecr.io/ringfence-operations@sha256:${"0".repeat(64)}`;

/** A production ring with everything in it, as the example builds it. */
export function buildSet(name: string, watch?: ResourceTransformation): void {
  const opts = watch ? { transformations: [watch] } : {};
  const ring = new EnvironmentRing(
    name,
    {
      ring: "prod",
      location: "westeurope",
      tags: {
        service: "claims-assistant",
        owner: "claims-platform@contoso.example",
        dataSensitivity: "confidential",
        costCenter: "CC-4711",
        businessCriticality: "high",
      },
      onCall: {
        Sev0: [{ email: "a@contoso.example" }],
        Sev1: [{ sameAs: "Sev0" }],
        Sev2: [{ email: "b@contoso.example" }],
      },
      monthlyBudget: 1000,
      budgetFrom: "2026-11",
    },
    opts,
  );
  const project = new AiProject(
    `${name}-ai`,
    {
      ring: ring.context,
      region: "westeurope",
      models: [
        {
          name: "chat",
          model: "gpt-5.4",
          version: "2026-03-05",
          sku: "DataZoneProvisionedManaged",
          capacity: 50,
          spilloverTo: "chat-2",
        },
        { name: "chat-2", model: "gpt-5.4", version: "2026-03-05", sku: "DataZoneStandard", capacity: 120 },
      ],
    },
    opts,
  );
  new SecretRotation(`${name}-keys`, { ring: ring.context, image }, opts);
  new ServiceMonitors(`${name}-monitors`, { ring: ring.context, watch: [project.watched] }, opts);
  new OperationsDashboard(`${name}-board`, { ring: ring.context }, opts);
}
