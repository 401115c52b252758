import { parentPort, workerData } from 'node:worker_threads';
import { type CandidateRequest, trainCandidate } from './train-candidate.ts';

parentPort?.postMessage(trainCandidate(workerData as CandidateRequest));
