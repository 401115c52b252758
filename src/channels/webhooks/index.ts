export { createWebhookDeliveriesRepository, type WebhookAttempt } from './webhook-deliveries-repository.ts';
export { createWebhooks, type Webhooks } from './webhooks.ts';
