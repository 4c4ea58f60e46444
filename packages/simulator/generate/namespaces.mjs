/** Modules of azure-native whose ARM namespace is not `Microsoft.<module>`, lower case; the first is the usual one. */
export const namespaces = {
  alertsmanagement: ["microsoft.alertsmanagement"],
  applicationinsights: ["microsoft.insights"],
  certificateregistration: ["microsoft.certificateregistration"],
  cosmosdb: ["microsoft.documentdb"],
  deviceprovisioningservices: ["microsoft.devices"],
  dns: ["microsoft.network"],
  dnsresolver: ["microsoft.network"],
  domainregistration: ["microsoft.domainregistration"],
  frontdoor: ["microsoft.network"],
  iothub: ["microsoft.devices"],
  mongocluster: ["microsoft.documentdb"],
  monitor: ["microsoft.insights", "microsoft.monitor"],
  privatedns: ["microsoft.network"],
  redis: ["microsoft.cache"],
  redisenterprise: ["microsoft.cache"],
  trafficmanager: ["microsoft.network"],
  web: ["microsoft.web", "microsoft.domainregistration", "microsoft.certificateregistration"],
  webpubsub: ["microsoft.signalrservice"],
};

/** How a namespace is written where no path says so. */
export const spellings = {
  "microsoft.cloudhealth": "Microsoft.CloudHealth",
  "microsoft.documentdb": "Microsoft.DocumentDB",
  "microsoft.machinelearningservices": "Microsoft.MachineLearningServices",
  "microsoft.signalrservice": "Microsoft.SignalRService",
};
