import { z } from 'zod';

// The content security policy forbids turning strings into script, which is how zod would otherwise speed up its
// parsers. Imported first, because a schema decides this when it is made.
z.config({ jitless: true });
