export { ActionId } from "./action-id";
