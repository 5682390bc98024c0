#include "hash.h"

#define XXH_INLINE_ALL
#include <time.h>
#include <unistd.h>
#include <xxhash.h>

#ifdef __APPLE__
#include <sys/random.h>
#endif

struct hash
hash_text(struct str text, uint64_t seed)
{
	XXH128_hash_t h = XXH3_128bits_withSeed(text.s, text.n, seed);

	return (struct hash){ h.high64, h.low64 };
}

uint64_t
hash_word(struct str text, uint64_t seed)
{
	return XXH3_64bits_withSeed(text.s, text.n, seed);
}

uint64_t
hash_seed(void)
{
	uint64_t seed;
	struct timespec now;

	if (getentropy(&seed, sizeof seed) == 0)
		return seed;
	clock_gettime(CLOCK_REALTIME, &now);
	return (uint64_t)now.tv_nsec ^ (uint64_t)getpid() << 32;
}
