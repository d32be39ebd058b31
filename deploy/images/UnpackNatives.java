// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;

/**
 * Unpacks ND4J's native libraries into {@code -Dorg.bytedeco.javacpp.cachedir}. Run while an image
 * is built, so that nothing is unpacked where the file system is read-only:
 * {@code java -Dorg.bytedeco.javacpp.cachedir=DIR -cp 'JARS/*' UnpackNatives.java}.
 */
class UnpackNatives {
    public static void main(String[] args) {
        System.out.println(Loader.load(Nd4jCpu.class));
    }
}
