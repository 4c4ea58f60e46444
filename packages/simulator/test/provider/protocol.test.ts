import { status } from "@grpc/grpc-js";
import { PluginAttach, type PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as wire from "@pulumi/pulumi/proto/provider_pb";
import { serveProviders } from "@ringfence/simulator/provider";
import { createWorld } from "@ringfence/simulator/world";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { EngineClient } from "./engine-client";

let engine: EngineClient;
beforeEach(async () => {
  engine = await EngineClient.start();
});
afterEach(() => engine.stop());

test("the engine's first calls are answered in its order: handshake, attach, plugin info, configuration", async () => {
  const handshake = await engine.handshake();
  expect(handshake.getAcceptSecrets()).toBe(true);
  expect(handshake.getAcceptResources()).toBe(true);
  expect(handshake.getSupportsAutonamingConfiguration()).toBe(true);
  await engine.call("attach", new PluginAttach());
  const info = await engine.call<PluginInfo>("getPluginInfo", new Empty());
  expect(info.getVersion()).toMatch(/^\d+\.\d+\.\d+/);
  const config = new wire.CheckRequest();
  config.setNews(Struct.fromJavaScript({ version: "3.28.0" }));
  const checked = await engine.call<wire.CheckResponse>("checkConfig", config);
  expect(checked.getInputs()?.toJavaScript()).toEqual({ version: "3.28.0" });
  const configured = await engine.configure({});
  expect(configured.getAcceptsecrets()).toBe(true);
  expect(configured.getSupportspreview()).toBe(true);
  expect(configured.getAcceptresources()).toBe(true);
});

test("an unchanged provider configuration is no difference, a changed one replaces nothing", async () => {
  const diff = async (before: object, after: object) => {
    const request = new wire.DiffRequest();
    request.setOldInputs(Struct.fromJavaScript(before as Record<string, string>));
    request.setNews(Struct.fromJavaScript(after as Record<string, string>));
    return engine.call<wire.DiffResponse>("diffConfig", request);
  };
  expect((await diff({ location: "a" }, { location: "a" })).getChanges()).toBe(wire.DiffResponse.DiffChanges.DIFF_NONE);
  const changed = await diff({ location: "a" }, { location: "b" });
  expect(changed.getChanges()).toBe(wire.DiffResponse.DiffChanges.DIFF_SOME);
  expect(changed.getReplacesList()).toEqual([]);
});

test("component construction is not answered", async () => {
  await expect(engine.call("construct", new wire.ConstructRequest())).rejects.toMatchObject({
    code: status.UNIMPLEMENTED,
  });
});

test("a configured location is the default of each connection alone", async () => {
  const other = await EngineClient.start({}, { "azure-native:config:location": "Sweden Central" });
  const named = await other.check("azure-native:resources:ResourceGroup", "rg", {});
  const plain = await engine.check("azure-native:resources:ResourceGroup", "rg", {});
  expect(named.inputs.location).toBe("Sweden Central");
  expect(plain.inputs.location).toBe("westeurope");
  expect([...engine.world.assumptions.values()]).toEqual([expect.stringContaining("westeurope is assumed")]);
  expect(other.world.assumptions.size).toBe(0);
  await other.stop();
});

test("the port can be chosen, and a taken one is refused", async () => {
  const first = await serveProviders(createWorld());
  expect(first.address).toBe(`127.0.0.1:${first.port}`);
  await expect(serveProviders(createWorld(), { port: first.port })).rejects.toThrow();
  await first.close();
});

test("an unknown type or function is an error that names it", async () => {
  await expect(engine.check("azure-native:storage:NoSuchThing", "x", {})).rejects.toThrow(
    "Resource type 'azure-native:storage:NoSuchThing' not found",
  );
  await expect(engine.invoke("azure-native:storage:listNothing", {})).rejects.toThrow(
    "Function 'azure-native:storage:listNothing' not found",
  );
});
