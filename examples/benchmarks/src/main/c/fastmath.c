// Kernels of probabilities as one would write them, for the compiler to make vectors of with
// -ffast-math. All but the threshold's return the Dice loss of their sums.
#include <math.h>
#include <stdint.h>

// Floats are added up for so many pixels, then in doubles: so sums are right.
enum { BLOCK = 4096, CLASSES = 4 };

static const double SMOOTHING = 1e-5;

typedef struct {
  double intersection, prediction, truth;
} Sums;

static double dice_loss(Sums s) {
  return 1 - (2 * s.intersection + SMOOTHING) / (s.prediction + s.truth + SMOOTHING);
}

// The derivatives of the loss by I and P.
static void derivatives(Sums s, float *by_intersection, float *by_prediction) {
  double sum = s.prediction + s.truth + SMOOTHING;
  *by_intersection = (float)(-2 / sum);
  *by_prediction = (float)((2 * s.intersection + SMOOTHING) / (sum * sum));
}

static int64_t end_of_block(int64_t from, int64_t n) {
  return n - from < BLOCK ? n : from + BLOCK;
}

static inline float bit(const uint64_t *bits, int64_t i) {
  return (float)(int32_t)(bits[i >> 6] >> (i & 63) & 1);
}

static inline float is_1(const int8_t *labels, int64_t i) { return labels[i] == 1; }

static inline float number(const float *numbers, int64_t i) { return numbers[i]; }

static inline float itself(float x) { return x; }

static inline float sigmoid(float x) { return 1 / (1 + expf(-x)); }

#define SUMS(name, Truth, truth_at, activation)                        \
  static Sums name##_sums(const float *x, const Truth *truth, int64_t n) { \
    Sums sums = {0};                                                   \
    for (int64_t from = 0; from < n; from += BLOCK) {                  \
      float both = 0, first = 0, second = 0;                           \
      for (int64_t i = from; i < end_of_block(from, n); i++) {         \
        float p = activation(x[i]), t = truth_at(truth, i);            \
        both += p * t;                                                 \
        first += p;                                                    \
        second += t;                                                   \
      }                                                                \
      sums.intersection += both;                                       \
      sums.prediction += first;                                        \
      sums.truth += second;                                            \
    }                                                                  \
    return sums;                                                       \
  }                                                                    \
  double name(const float *x, const Truth *truth, int64_t n) {         \
    return dice_loss(name##_sums(x, truth, n));                        \
  }

SUMS(soft_floats, float, number, itself)
SUMS(soft_floats_bits, uint64_t, bit, itself)
SUMS(soft_floats_labels, int8_t, is_1, itself)
SUMS(sigmoid_bits, uint64_t, bit, sigmoid)
SUMS(sigmoid_labels, int8_t, is_1, sigmoid)

double soft_doubles(const double *p, const double *t, int64_t n) {
  Sums sums = {0};
  for (int64_t i = 0; i < n; i++) {
    sums.intersection += p[i] * t[i];
    sums.prediction += p[i];
    sums.truth += t[i];
  }
  return dice_loss(sums);
}

double gradient_floats(const float *p, const float *t, int64_t n, float *gradient) {
  Sums sums = soft_floats_sums(p, t, n);
  float a, b;
  derivatives(sums, &a, &b);
  for (int64_t i = 0; i < n; i++) gradient[i] = a * t[i] + b;
  return dice_loss(sums);
}

// The probabilities wait in the gradient's place for the derivatives.
#define SIGMOID_GRADIENT(name, Truth, truth_at)                                            \
  double name(const float *x, const Truth *truth, int64_t n, float *restrict gradient) {   \
    Sums sums = {0};                                                                       \
    for (int64_t from = 0; from < n; from += BLOCK) {                                      \
      float both = 0, first = 0, second = 0;                                               \
      for (int64_t i = from; i < end_of_block(from, n); i++) {                             \
        float p = sigmoid(x[i]), t = truth_at(truth, i);                                   \
        gradient[i] = p;                                                                   \
        both += p * t;                                                                     \
        first += p;                                                                        \
        second += t;                                                                       \
      }                                                                                    \
      sums.intersection += both;                                                           \
      sums.prediction += first;                                                            \
      sums.truth += second;                                                                \
    }                                                                                      \
    float a, b;                                                                            \
    derivatives(sums, &a, &b);                                                             \
    for (int64_t i = 0; i < n; i++) {                                                      \
      float p = gradient[i];                                                               \
      gradient[i] = p * (1 - p) * (a * truth_at(truth, i) + b);                            \
    }                                                                                      \
    return dice_loss(sums);                                                                \
  }

SIGMOID_GRADIENT(sigmoid_gradient_bits, uint64_t, bit)
SIGMOID_GRADIENT(sigmoid_gradient_labels, int8_t, is_1)

// The Dice coefficient of the pixels above 1/2.
double threshold_bits(const float *p, const uint64_t *truth, int64_t n) {
  int64_t both = 0, first = 0, second = 0;
  for (int64_t from = 0; from < n; from += BLOCK) {
    int32_t block_both = 0, block_first = 0, block_second = 0;
    for (int64_t i = from; i < end_of_block(from, n); i++) {
      int32_t predicted = p[i] > 0.5f, actual = (int32_t)(truth[i >> 6] >> (i & 63) & 1);
      block_both += predicted & actual;
      block_first += predicted;
      block_second += actual;
    }
    both += block_both;
    first += block_first;
    second += block_second;
  }
  return first + second == 0 ? 1 : 2.0 * both / (first + second);
}

// The softmax of a block of logits, whose classes lie n apart; classes of the block lie BLOCK apart.
static void softmax(const float *restrict x, int64_t n, int64_t length, float *restrict p) {
  float largest[BLOCK], inverse[BLOCK];
  for (int64_t i = 0; i < length; i++) {
    largest[i] = fmaxf(fmaxf(x[i], x[i + n]), fmaxf(x[i + 2 * n], x[i + 3 * n]));
    inverse[i] = 0;
  }
  for (int c = 0; c < CLASSES; c++) {
    for (int64_t i = 0; i < length; i++) {
      float e = expf(x[c * n + i] - largest[i]);
      p[c * BLOCK + i] = e;
      inverse[i] += e;
    }
  }
  for (int64_t i = 0; i < length; i++) inverse[i] = 1 / inverse[i];
  for (int c = 0; c < CLASSES; c++) {
    for (int64_t i = 0; i < length; i++) p[c * BLOCK + i] *= inverse[i];
  }
}

static void add_class(
    const float *p, const int8_t *labels, int8_t label, int64_t length, Sums *sums) {
  float both = 0, first = 0, second = 0;
  for (int64_t i = 0; i < length; i++) {
    float t = labels[i] == label;
    both += p[i] * t;
    first += p[i];
    second += t;
  }
  sums->intersection += both;
  sums->prediction += first;
  sums->truth += second;
}

static double mean_loss(const Sums *sums) {
  double loss = 0;
  for (int c = 0; c < CLASSES; c++) loss += dice_loss(sums[c]);
  return loss / CLASSES;
}

double softmax_labels(const float *x, const int8_t *labels, int64_t n) {
  Sums sums[CLASSES] = {0};
  float p[CLASSES * BLOCK];
  for (int64_t from = 0; from < n; from += BLOCK) {
    int64_t length = end_of_block(from, n) - from;
    softmax(x + from, n, length, p);
    for (int c = 0; c < CLASSES; c++) {
      add_class(p + c * BLOCK, labels + from, (int8_t)c, length, &sums[c]);
    }
  }
  return mean_loss(sums);
}

double softmax_gradient_labels(
    const float *x, const int8_t *labels, int64_t n, float *restrict gradient) {
  Sums sums[CLASSES] = {0};
  float p[CLASSES * BLOCK];
  for (int64_t from = 0; from < n; from += BLOCK) {
    int64_t length = end_of_block(from, n) - from;
    softmax(x + from, n, length, p);
    for (int c = 0; c < CLASSES; c++) {
      add_class(p + c * BLOCK, labels + from, (int8_t)c, length, &sums[c]);
      for (int64_t i = 0; i < length; i++) gradient[c * n + from + i] = p[c * BLOCK + i];
    }
  }
  float a[CLASSES], b[CLASSES];
  for (int c = 0; c < CLASSES; c++) {
    derivatives(sums[c], &a[c], &b[c]);
    a[c] /= CLASSES;
    b[c] /= CLASSES;
  }
  for (int64_t i = 0; i < n; i++) {
    float mean = 0;
    for (int c = 0; c < CLASSES; c++) {
      mean += gradient[c * n + i] * (b[c] + (labels[i] == c ? a[c] : 0));
    }
    for (int c = 0; c < CLASSES; c++) {
      gradient[c * n + i] *= b[c] + (labels[i] == c ? a[c] : 0) - mean;
    }
  }
  return mean_loss(sums);
}
