export { type AutonameStyle, autoname, autonameStyle, uuidFrom } from "./autoname";
export { previewOutputs } from "./preview-outputs";
export { armTypeOf, nameOf, ownNameInput, parseResourceId, pathParameters, resourceId } from "./resource-path";
export { type Subject, synthesise } from "./synthesise";
export {
  classNames,
  type FunctionRow,
  functionRow,
  inputsOf,
  modules,
  modulesOf,
  type ResourceClass,
  resourceClass,
  type Shapes,
} from "./table";
export { type AzureToken, azureToken } from "./token";
