export type { RestartableConsumerRow } from "./restartable-consumer";
export { restartableConsumer, restartableConsumers } from "./restartable-consumers";
