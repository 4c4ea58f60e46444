export { type Acknowledgement, acknowledge } from "./acknowledgements";
export { ringConsumers } from "./consumers";
export { logAnalyticsReads, type SecretReads } from "./secret-reads";
