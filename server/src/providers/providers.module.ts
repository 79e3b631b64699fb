import { Module } from '@nestjs/common';
import { ProvidersService } from './providers.service.js';

/** Those who give money back. */
@Module({ providers: [ProvidersService], exports: [ProvidersService] })
export class ProvidersModule {}
