export { createEmbeddingClient } from './embedding-client.ts';
export { createOpenAiModel } from './openai-model.ts';
export { loadPrompts, type Prompts } from './prompts.ts';
export { createTranscriptionClient } from './transcription-client.ts';
