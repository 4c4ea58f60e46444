import {
  AnalyzeRequest,
  AnalyzerPropertyDependencies,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { CompleteResource } from "./resource";

/** The request by which the engine has one resource judged: its inputs. */
export function analyzeRequest(resource: CompleteResource): AnalyzeRequest {
  const request = new AnalyzeRequest();
  request.setType(resource.type);
  request.setUrn(resource.urn);
  request.setName(resource.name);
  request.setProperties(struct(resource.props));
  request.setOptions(options(resource));
  return request;
}

/** The request by which the engine has the stack judged: the outputs of all resources, and how they hang together. */
export function analyzeStackRequest(resources: readonly CompleteResource[]): AnalyzeStackRequest {
  const request = new AnalyzeStackRequest();
  request.setResourcesList(resources.map(stackResource));
  return request;
}

function stackResource(resource: CompleteResource): AnalyzerResource {
  const message = new AnalyzerResource();
  message.setType(resource.type);
  message.setUrn(resource.urn);
  message.setName(resource.name);
  message.setProperties(struct(resource.outputs));
  message.setOptions(options(resource));
  if (resource.parent !== undefined) message.setParent(resource.parent);
  message.setDependenciesList([...resource.dependencies]);
  const properties = message.getPropertydependenciesMap();
  for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
    const dependencies = new AnalyzerPropertyDependencies();
    dependencies.setUrnsList([...urns]);
    properties.set(property, dependencies);
  }
  return message;
}

function options({ protect, parent }: CompleteResource): AnalyzerResourceOptions {
  const message = new AnalyzerResourceOptions();
  message.setProtect(protect);
  if (parent !== undefined) message.setParent(parent);
  return message;
}

/** Protobuf knows no undefined: such properties are left out, as the engine leaves them out. */
function struct(properties: Readonly<Record<string, unknown>>): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)) as Record<string, JavaScriptValue>);
}
