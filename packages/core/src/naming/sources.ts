/** Microsoft's page of naming rules, as of its own date. */
export const namingPage = "MicrosoftDocs/azure-docs, resource-name-rules.md, 2025-03-14";

/** Azure's published type definitions, where the page has no row or is looser than the API. */
export const typeDefinitions = "Azure/bicep-types-az at 1f896de2, pattern of the resource's name";

/** What the Pulumi provider documents or demands. */
export const azureNative = "@pulumi/azure-native 3.28.0 documentation of the class";

/** What the Terraform provider checks, where Microsoft documents nothing. */
export const azurerm = "hashicorp/terraform-provider-azurerm, validation of the name";
