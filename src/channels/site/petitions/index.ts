export { createOpenIdProvider } from './open-id-provider.ts';
export type { PetitionPagesDeps } from './petition-pages-deps.ts';
export { registerPetitionPages } from './register-petition-pages.ts';
export { shareCard } from './share-card.ts';
export { createPicturePainter } from './share-picture.ts';
