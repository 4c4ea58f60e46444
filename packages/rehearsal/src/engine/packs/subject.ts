import * as messages from "@pulumi/pulumi/proto/analyzer_pb";
import type { ResourceState } from "../state/resource-state";
import { toStruct } from "../values/struct";
import { convertMap, withoutInternalKeys, withoutOutputs, withoutReferences } from "../values/walk";
import type { ValueMap } from "../values/wire";

/** What the engine tells a pack of a resource: secrets and unknown values kept, references as ids. */
function judgedProperties(map: ValueMap): ValueMap {
  return convertMap(map, withoutOutputs, withoutReferences, withoutInternalKeys);
}

/** The request to analyse a resource by its inputs, or to remediate them. */
export function analyzeRequest(resource: ResourceState, provider: ResourceState | undefined): messages.AnalyzeRequest {
  const request = new messages.AnalyzeRequest().setUrn(resource.urn).setType(resource.type).setName(resource.name);
  request.setProperties(toStruct(judgedProperties(resource.inputs))).setOptions(optionsOf(resource));
  if (provider) request.setProvider(providerOf(provider));
  return request;
}

/** The request to analyse a whole stack. */
export function analyzeStackRequest(
  resources: readonly ResourceState[],
  providerOf: (resource: ResourceState) => ResourceState | undefined,
): messages.AnalyzeStackRequest {
  const subjects = resources.map((resource) => analyzedResource(resource, providerOf(resource)));
  return new messages.AnalyzeStackRequest().setResourcesList(subjects);
}

/** A resource of the whole stack, by its outputs. */
function analyzedResource(resource: ResourceState, provider: ResourceState | undefined): messages.AnalyzerResource {
  const subject = new messages.AnalyzerResource().setUrn(resource.urn).setType(resource.type).setName(resource.name);
  subject.setProperties(toStruct(judgedProperties(resource.outputs))).setOptions(optionsOf(resource));
  subject.setParent(resource.parent).setDependenciesList(resource.dependencies);
  if (provider) subject.setProvider(providerOf(provider));
  const dependencies = subject.getPropertydependenciesMap();
  for (const [property, urns] of Object.entries(resource.propertyDependencies))
    if (urns.length > 0) dependencies.set(property, new messages.AnalyzerPropertyDependencies().setUrnsList(urns));
  return subject;
}

function optionsOf(resource: ResourceState): messages.AnalyzerResourceOptions {
  const timeouts = new messages.AnalyzerResourceOptions.CustomTimeouts();
  const { create, update, delete: remove } = resource.customTimeouts;
  return new messages.AnalyzerResourceOptions()
    .setProtect(resource.protect)
    .setIgnorechangesList(resource.ignoreChanges)
    .setDeletebeforereplace(resource.deleteBeforeReplace ?? false)
    .setDeletebeforereplacedefined(resource.deleteBeforeReplace !== undefined)
    .setAdditionalsecretoutputsList(resource.additionalSecretOutputs)
    .setAliasesList(resource.aliases)
    .setCustomtimeouts(timeouts.setCreate(create).setUpdate(update).setDelete(remove))
    .setParent(resource.parent);
}

function providerOf(provider: ResourceState): messages.AnalyzerProviderResource {
  return new messages.AnalyzerProviderResource()
    .setUrn(provider.urn)
    .setType(provider.type)
    .setName(provider.name)
    .setProperties(toStruct(judgedProperties(provider.inputs)));
}
