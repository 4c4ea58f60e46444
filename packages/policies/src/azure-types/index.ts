export { type AzureType, azureType, isPreviewVersion } from "./azure-type";
export { type TypeSelector, typeFilter } from "./type-filter";
