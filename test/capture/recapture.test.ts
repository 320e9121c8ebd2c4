import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { capture, isRefusal, recapture } from '../../src/capture/index.ts';
import { PARAGRAPHS, page } from '../cli/articles.ts';
import { temporaryFolder } from '../cli/onrecord.ts';
import { startPages } from './server.ts';

void startPages;
void temporaryFolder;
