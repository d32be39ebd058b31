// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

/** An ONNX model file (opset 17) built node by node; field numbers are those of onnx.proto. */
final class OnnxGraph {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final Protobuf graph = new Protobuf();

    /** A node with integer or text attributes as pairs of name and value. */
    OnnxGraph node(String type, String inputs, String outputs, Object... attributes) {
        Protobuf node = new Protobuf();
        for (String input : inputs.split(" ")) {
            node.text(1, input.equals("-") ? "" : input);
        }
        for (String output : outputs.split(" ")) {
            node.text(2, output.equals("-") ? "" : output);
        }
        node.text(4, type);
        for (int i = 0; i < attributes.length; i += 2) {
            node.message(5, attribute((String) attributes[i], attributes[i + 1]));
        }
        graph.message(1, node);
        return this;
    }

    private static Protobuf attribute(String name, Object value) {
        Protobuf attribute = new Protobuf().text(1, name);
        if (value instanceof Integer number) {
            return attribute.number(3, number).number(20, 2);
        }
        for (int element : (int[]) value) {
            attribute.number(8, element);
        }
        return attribute.number(20, 7);
    }

    OnnxGraph floats(String name, float[] values, long... dimensions) {
        Protobuf tensor = new Protobuf();
        for (long dimension : dimensions) {
            tensor.number(1, dimension);
        }
        graph.message(5, tensor.number(2, FLOAT).text(8, name).floats(9, values));
        return this;
    }

    OnnxGraph longs(String name, long... values) {
        Protobuf tensor = new Protobuf().number(1, values.length).number(2, INT64);
        graph.message(5, tensor.text(8, name).longs(9, values));
        return this;
    }

    OnnxGraph input(String name, long... dimensions) {
        graph.message(11, value(name, dimensions));
        return this;
    }

    OnnxGraph output(String name, long... dimensions) {
        graph.message(12, value(name, dimensions));
        return this;
    }

    private static Protobuf value(String name, long... dimensions) {
        Protobuf shape = new Protobuf();
        for (long dimension : dimensions) {
            shape.message(1, new Protobuf().number(1, dimension));
        }
        Protobuf tensor = new Protobuf().number(1, FLOAT).message(2, shape);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }

    byte[] toByteArray() {
        graph.text(2, "talon");
        Protobuf opset = new Protobuf().text(1, "").number(2, 17);
        return new Protobuf().number(1, 8).message(7, graph).message(8, opset).toByteArray();
    }
}
