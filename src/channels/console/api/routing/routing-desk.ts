import type { AppealId, TicketId } from '../../../../kernel/ids.ts';
import type { KeptOpinion, ModelVersion, RoutingQuality, SimilarTicket } from '../../../../routing/index.ts';

/** Where people watch the routing and decide which version of the model routes. */
export interface RoutingDesk {
  readonly quality: { since(from: Date): Promise<RoutingQuality> };
  readonly models: { list(): Promise<readonly ModelVersion[]> };
  readonly opinions: { of(appealId: AppealId): Promise<KeptOpinion | null> };
  readonly similar: { ofTicket(ticketId: TicketId, limit: number): Promise<readonly SimilarTicket[]> };
  readonly learner: {
    collect(): Promise<number>;
    isRunning(): boolean;
    train(by: string | null): Promise<number | null>;
    promote(version: number | null, by: string | null): Promise<void>;
  };
}
