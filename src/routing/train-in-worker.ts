import { Worker } from 'node:worker_threads';
import type { Candidate, CandidateRequest } from './train-candidate.ts';

const WORKER = new URL('./train-worker.ts', import.meta.url);

/** Training takes a core for a minute; messages are answered meanwhile. */
export function trainInWorker(request: CandidateRequest): Promise<Candidate> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: request });
    worker.once('message', (candidate: Candidate) => resolve(candidate));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`training ended with code ${code}`)));
  });
}
