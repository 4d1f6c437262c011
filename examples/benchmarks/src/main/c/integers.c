/* What C makes of the integer kernels: plain loops for the compiler to vectorise, and intrinsics
   where the machine has them. */

#include <stdint.h>
#include <string.h>

#if defined(__AVX2__) || defined(__AVX512F__)
#include <immintrin.h>
#endif

static double dice(int64_t intersection, int64_t sum) {
  return 2.0 * (double)intersection / (double)sum;
}

/* ---- bits × bits ---- */

double bits_dice_plain(const uint64_t *a, const uint64_t *b, int64_t words) {
  int64_t intersection = 0, sum = 0;
  for (int64_t i = 0; i < words; i++) {
    intersection += __builtin_popcountll(a[i] & b[i]);
    sum += __builtin_popcountll(a[i]) + __builtin_popcountll(b[i]);
  }
  return dice(intersection, sum);
}

#ifdef __AVX2__

/* Popcounts of the four 64-bit lanes, by a table of nibbles. */
static inline __m256i popcount_lanes(__m256i v) {
  const __m256i table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2,
                                         1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
  const __m256i low = _mm256_set1_epi8(15);
  __m256i bytes = _mm256_add_epi8(
      _mm256_shuffle_epi8(table, _mm256_and_si256(v, low)),
      _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi64(v, 4), low)));
  return _mm256_sad_epu8(bytes, _mm256_setzero_si256());
}

static inline int64_t sum_lanes(__m256i v) {
  int64_t lanes[4];
  _mm256_storeu_si256((__m256i *)lanes, v);
  return lanes[0] + lanes[1] + lanes[2] + lanes[3];
}

/* A full adder of bits: what stays at this weight, and what is carried to the next. */
static inline __m256i carry(__m256i *sum, __m256i x, __m256i y) {
  __m256i half = _mm256_xor_si256(*sum, x);
  __m256i carried = _mm256_or_si256(_mm256_and_si256(*sum, x), _mm256_and_si256(half, y));
  *sum = _mm256_xor_si256(half, y);
  return carried;
}

typedef struct {
  __m256i ones, twos, fours, eights_count;
} counter;

static inline counter empty_counter(void) {
  __m256i zero = _mm256_setzero_si256();
  return (counter){zero, zero, zero, zero};
}

/* Eight vectors are counted with one popcount. */
static inline void count8(counter *c, const __m256i v[8]) {
  __m256i twos0 = carry(&c->ones, v[0], v[1]);
  __m256i twos1 = carry(&c->ones, v[2], v[3]);
  __m256i fours0 = carry(&c->twos, twos0, twos1);
  twos0 = carry(&c->ones, v[4], v[5]);
  twos1 = carry(&c->ones, v[6], v[7]);
  __m256i fours1 = carry(&c->twos, twos0, twos1);
  __m256i eights = carry(&c->fours, fours0, fours1);
  c->eights_count = _mm256_add_epi64(c->eights_count, popcount_lanes(eights));
}

static inline int64_t total(const counter *c) {
  return 8 * sum_lanes(c->eights_count) + 4 * sum_lanes(popcount_lanes(c->fours)) +
         2 * sum_lanes(popcount_lanes(c->twos)) + sum_lanes(popcount_lanes(c->ones));
}

static inline __m256i load(const void *p) { return _mm256_loadu_si256((const __m256i *)p); }

/* |A| + |B| = |A and B| + |A or B|: two streams, not three. */
double bits_dice_harley_seal(const uint64_t *a, const uint64_t *b, int64_t words) {
  counter both = empty_counter(), either = empty_counter();
  int64_t i = 0;
  for (; i + 32 <= words; i += 32) {
    __m256i ands[8], ors[8];
    for (int k = 0; k < 8; k++) {
      __m256i x = load(a + i + 4 * k), y = load(b + i + 4 * k);
      ands[k] = _mm256_and_si256(x, y);
      ors[k] = _mm256_or_si256(x, y);
    }
    count8(&both, ands);
    count8(&either, ors);
  }
  int64_t intersection = total(&both), sum = intersection + total(&either);
  for (; i < words; i++) {
    intersection += __builtin_popcountll(a[i] & b[i]);
    sum += __builtin_popcountll(a[i]) + __builtin_popcountll(b[i]);
  }
  return dice(intersection, sum);
}

#endif

#ifdef __AVX512VPOPCNTDQ__

double bits_dice_popcount(const uint64_t *a, const uint64_t *b, int64_t words) {
  __m512i both[2] = {_mm512_setzero_si512(), _mm512_setzero_si512()};
  __m512i either[2] = {_mm512_setzero_si512(), _mm512_setzero_si512()};
  int64_t i = 0;
  for (; i + 16 <= words; i += 16) {
    for (int k = 0; k < 2; k++) {
      __m512i x = _mm512_loadu_si512(a + i + 8 * k), y = _mm512_loadu_si512(b + i + 8 * k);
      both[k] = _mm512_add_epi64(both[k], _mm512_popcnt_epi64(_mm512_and_si512(x, y)));
      either[k] = _mm512_add_epi64(either[k], _mm512_popcnt_epi64(_mm512_or_si512(x, y)));
    }
  }
  int64_t intersection = _mm512_reduce_add_epi64(_mm512_add_epi64(both[0], both[1]));
  int64_t sum = intersection + _mm512_reduce_add_epi64(_mm512_add_epi64(either[0], either[1]));
  for (; i < words; i++) {
    intersection += __builtin_popcountll(a[i] & b[i]);
    sum += __builtin_popcountll(a[i]) + __builtin_popcountll(b[i]);
  }
  return dice(intersection, sum);
}

#endif
