export { type AgencyChannelsRepository, createAgencyChannelsRepository } from './agency-channels-repository.ts';
export {
  type AgencyDelivery,
  type ChannelNews,
  createAgencyDelivery,
  type DeliverToChannel,
} from './agency-delivery.ts';
export {
  type AgencyChannel,
  CHANNEL_KINDS,
  ChannelKind,
  concerns,
  NewAgencyChannel,
  type PolicySources,
  policyOf,
} from './channel.ts';
export { type Announce, type ChannelAdmin, createChannelAdmin } from './channel-admin.ts';
export { doneWords } from './done-words.ts';
export {
  ActFile,
  type ActType,
  allows,
  createOfficerActs,
  MAX_FILE_BYTES,
  needsPreview,
  OfficerAct,
  type OfficerActs,
} from './officer-acts.ts';
export {
  createInvitationCode,
  createOfficerBindingsRepository,
  type OfficerBindingsRepository,
  type OfficerChannel,
} from './officer-bindings-repository.ts';
export {
  CARD_VERBS,
  type CardNames,
  type CardVerb,
  createOfficerCards,
  type OfficerCard,
  type OfficerCards,
} from './officer-card.ts';
export {
  createOfficerCardsRepository,
  type OfficerCardsRepository,
  type OfficerMessage,
} from './officer-cards-repository.ts';
export { createOfficerDesk, type OfficerDesk, type ShownTicket } from './officer-desk.ts';
export { createOfficerDigest, type OfficerDigest } from './officer-digest.ts';
export { type BoundOfficer, createOfficerDirectory, type OfficerDirectory } from './officer-directory.ts';
export { createOfficerNotices, type TellPerson } from './officer-notices.ts';
export { createOfficerRoom, type OfficerNames, type OfficerRoom } from './officer-room.ts';
export { createOutboxReader, type OutboxReader } from './outbox-read-model.ts';
export { type ReplyIntent, readReply } from './read-reply.ts';
export { refusalWords } from './refusal-words.ts';
