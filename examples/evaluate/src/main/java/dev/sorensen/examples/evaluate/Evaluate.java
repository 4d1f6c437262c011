package dev.sorensen.examples.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code evaluate PREDICTION TRUTH}: prints how two label volumes overlap. Without
 * files it scores a phantom.
 */
@Command(
    name = "evaluate",
    description = {
      "Scores a predicted label volume against the true one: Dice, Jaccard, precision, recall and"
          + " voxel counts of the foreground and of each label.",
      "Without files it scores a phantom."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:scored", "2:wrong arguments, or files that cannot be scored"})
public final class Evaluate implements Callable<Integer> {

  private static final int BAD_INPUT = CommandLine.ExitCode.USAGE;

  private static final String HOW_TO =
      """

      This was a phantom. To score your own files (.nii or .nii.gz):
        mvn -q -Prun package -Dargs="pred.nii.gz truth.nii.gz"
      """;

  /** The two files: both or neither. */
  private static final class FilePair {

    @Parameters(index = "0", paramLabel = "PREDICTION", description = "a NIfTI file")
    private Path prediction;

    @Parameters(index = "1", paramLabel = "TRUTH", description = "a NIfTI file of the same shape")
    private Path truth;
  }

  @ArgGroup(exclusive = false, multiplicity = "0..1")
  private FilePair files;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this and exit")
  private boolean help;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public Evaluate() {}

  /**
   * Runs the command and exits.
   *
   * @param args the files
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Evaluate()).execute(args));
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      if (files == null) {
        score("phantom, shifted", Phantom.prediction(), "phantom", Phantom.truth(), out);
        out.print(HOW_TO);
      } else {
        Volume prediction = NiftiReader.read(files.prediction);
        Volume truth = NiftiReader.read(files.truth);
        requireSameShape(prediction, truth);
        score(files.prediction.toString(), prediction, files.truth.toString(), truth, out);
      }
      out.flush();
      return CommandLine.ExitCode.OK;
    } catch (VolumeException e) {
      err.println("evaluate: " + e.getMessage());
      return BAD_INPUT;
    } catch (OutOfMemoryError e) {
      err.println("evaluate: these volumes need more memory; give Java more with -Xmx");
      return BAD_INPUT;
    }
  }

  private void requireSameShape(Volume prediction, Volume truth) throws VolumeException {
    if (!prediction.shape().equals(truth.shape())) {
      throw new VolumeException(
          files.prediction
              + ": its shape is "
              + prediction.shape()
              + ", expected "
              + truth.shape()
              + " as in "
              + files.truth);
    }
  }

  private static void score(
      String predictionName, Volume prediction, String truthName, Volume truth, PrintWriter out) {
    Scores scores = Scores.of(prediction, truth);
    out.printf("prediction  %s (%s, %s)%n", predictionName, prediction.shape(), prediction.type());
    out.printf("truth       %s (%s, %s)%n%n", truthName, truth.shape(), truth.type());
    out.print(Report.of(scores));
  }
}
