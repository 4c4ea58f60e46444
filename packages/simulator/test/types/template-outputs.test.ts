import { EngineClient } from "../provider/engine-client";

test("a template deployment gives the outputs that its template declares", async () => {
  const engine = await EngineClient.start();
  await engine.register("azure-native:resources:ResourceGroup", "g", { resourceGroupName: "rg", location: "uksouth" });
  const template = {
    parameters: { sku: { type: "string", defaultValue: "S1" }, count: { type: "int" } },
    outputs: {
      literal: { type: "string", value: "as it is" },
      escaped: { type: "string", value: "[[not an expression]" },
      sku: { type: "string", value: "[parameters('sku')]" },
      count: { type: "int", value: "[parameters('count')]" },
      endpoint: { type: "string", value: "[reference('sa').primaryEndpoints.blob]" },
      ports: { type: "array", value: "[reference('lb').ports]" },
    },
  };
  const { outputs } = await engine.register("azure-native:resources:Deployment", "arm", {
    resourceGroupName: "rg",
    properties: { mode: "Incremental", template, parameters: { count: { value: 3 } } },
  });
  expect(outputs.properties).toMatchObject({
    provisioningState: "Succeeded",
    outputs: {
      literal: { type: "string", value: "as it is" },
      escaped: { type: "string", value: "[[not an expression]" },
      sku: { type: "string", value: "S1" },
      count: { type: "int", value: 3 },
      endpoint: { type: "string", value: "reference('sa').primaryEndpoints.blob" },
      ports: { type: "array", value: [] },
    },
  });
  await engine.stop();
});
