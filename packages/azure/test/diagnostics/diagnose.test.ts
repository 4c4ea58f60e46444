import { diagnose } from "../../src/diagnostics/diagnose";
import { recordResources } from "../recorded-resources";

const vault = { resourceId: "/vault", logAnalyticsId: "/logs" };

test("all logs and all metrics go to Log Analytics, in tables of their own where there are some", async () => {
  const { resources } = await recordResources(() => void diagnose("vault-diagnostics", vault, {}));
  expect(resources.map(({ type, name, inputs }) => ({ type, name, inputs }))).toEqual([
    {
      type: "azure-native:monitor:DiagnosticSetting",
      name: "vault-diagnostics",
      inputs: {
        name: "to-log-analytics",
        resourceUri: "/vault",
        workspaceId: "/logs",
        logAnalyticsDestinationType: "Dedicated",
        logs: [{ categoryGroup: "allLogs", enabled: true }],
        metrics: [{ category: "AllMetrics", enabled: true }],
      },
    },
  ]);
});

test("stated categories replace all, an empty list sends none", async () => {
  const { resources } = await recordResources(() => void diagnose("d", { ...vault, logs: ["Audit"], metrics: [] }, {}));
  expect(resources[0]?.inputs).toMatchObject({ logs: [{ category: "Audit", enabled: true }], metrics: [] });
});
