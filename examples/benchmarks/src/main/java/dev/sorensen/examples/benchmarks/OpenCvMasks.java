package dev.sorensen.examples.benchmarks;

import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Two masks as OpenCV's images, and images for what is computed on the way. */
final class OpenCvMasks {

  final Mat a;
  final Mat b;
  private final Mat inA;
  private final Mat inB;
  private final Mat both;

  OpenCvMasks(Extents extents, int type) {
    OpenCV.loadLocally();
    Core.setNumThreads(1); // as all others
    int rows = extents.height() * extents.depth();
    a = new Mat(rows, extents.width(), type);
    b = new Mat(rows, extents.width(), type);
    inA = new Mat(rows, extents.width(), CvType.CV_8UC1);
    inB = new Mat(rows, extents.width(), CvType.CV_8UC1);
    both = new Mat(rows, extents.width(), CvType.CV_8UC1);
  }

  /** The Dice coefficient of what is 255. */
  double dice() {
    return dice(a, b);
  }

  /** The Dice coefficient of one label. */
  double dice(Scalar label) {
    Core.compare(a, label, inA, Core.CMP_EQ);
    Core.compare(b, label, inB, Core.CMP_EQ);
    return dice(inA, inB);
  }

  private double dice(Mat maskA, Mat maskB) {
    Core.bitwise_and(maskA, maskB, both);
    return Scores.dice(
        Core.countNonZero(both), (long) Core.countNonZero(maskA) + Core.countNonZero(maskB));
  }
}
