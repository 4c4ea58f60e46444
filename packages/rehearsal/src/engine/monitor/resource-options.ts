import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import * as resources from "@pulumi/pulumi/proto/resource_pb";
import type { HookBinding } from "../deploy/hooks";

/** The options of a registration in the form that transforms see and change. */
export function transformOptions(
  request: resources.RegisterResourceRequest,
  provider: string,
): resources.TransformResourceOptions {
  const options = new resources.TransformResourceOptions()
    .setDependsOnList(request.getDependenciesList())
    .setIgnoreChangesList(request.getIgnorechangesList())
    .setReplaceOnChangesList(request.getReplaceonchangesList())
    .setVersion(request.getVersion())
    .setAliasesList([...request.getAliasurnsList().map((urn) => new Alias().setUrn(urn)), ...request.getAliasesList()])
    .setProvider(provider)
    .setCustomTimeouts(request.getCustomtimeouts())
    .setPluginDownloadUrl(request.getPlugindownloadurl())
    .setDeletedWith(request.getDeletedwith())
    .setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList())
    .setHooks(request.getHooks())
    .setImport(request.getImportid())
    .setHideDiffList(request.getHidediffsList())
    .setReplaceWithList(request.getReplaceWithList())
    .setReplacementTrigger(request.getReplacementTrigger());
  if (request.hasProtect()) options.setProtect(request.getProtect() ?? false);
  if (request.hasRetainondelete()) options.setRetainOnDelete(request.getRetainondelete() ?? false);
  if (request.getDeletebeforereplacedefined() || request.getDeletebeforereplace())
    options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  for (const [name, reference] of request.getProvidersMap().entries()) options.getProvidersMap().set(name, reference);
  return options;
}

/**
 * Aliases as the engine reads them. Old Node SDKs say "no parent" where they mean the resource's own parent and the
 * other way round; they are told by `aliasSpecs` not being set.
 */
export function correctedAliases(request: resources.RegisterResourceRequest, aliases: Alias[]): Alias[] {
  if (request.getAliasspecs()) return aliases;
  return aliases.map((alias) => {
    const spec = alias.getSpec();
    if (spec?.getParenturn() !== "") return alias;
    const corrected = spec.clone();
    if (spec.getNoparent()) corrected.clearNoparent();
    else corrected.setNoparent(true);
    return new Alias().setSpec(corrected);
  });
}

/** The names of the hooks that a resource runs through. */
export function hookBinding(hooks: resources.RegisterResourceRequest.ResourceHooksBinding | undefined): HookBinding {
  if (!hooks) return {};
  return {
    beforeCreate: hooks.getBeforeCreateList(),
    afterCreate: hooks.getAfterCreateList(),
    beforeUpdate: hooks.getBeforeUpdateList(),
    afterUpdate: hooks.getAfterUpdateList(),
    beforeDelete: hooks.getBeforeDeleteList(),
    afterDelete: hooks.getAfterDeleteList(),
    onError: hooks.getOnErrorList(),
  };
}
