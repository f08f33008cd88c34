// Nanoseconds per row of oneDNN's log-softmax: forward, and forward with backward. Arguments: classes, rows.
#include <oneapi/dnnl/dnnl.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>
#include <random>
#include <vector>

static double Best(const std::function<void()> &action, long rows) {
    for (int i = 0; i < 5; i++) action();
    double best = std::numeric_limits<double>::infinity();
    auto start = std::chrono::steady_clock::now();
    for (int round = 0; round < 10 || std::chrono::steady_clock::now() - start < std::chrono::milliseconds(300); round++) {
        auto begin = std::chrono::steady_clock::now();
        action();
        best = std::min(best, std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count());
    }
    return best / rows;
}

int main(int, char **arguments) {
    setenv("OMP_NUM_THREADS", "1", 1);
    long classes = std::atol(arguments[1]), rows = std::atol(arguments[2]);
    std::vector<float> x(classes * rows), y(classes * rows), dy(classes * rows), dx(classes * rows);
    std::mt19937 random(1);
    std::normal_distribution<float> normal(0, 3);
    for (auto &value : x) value = normal(random);
    for (auto &value : dy) value = normal(random);

    dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    dnnl::stream stream(engine);
    dnnl::memory::desc shape({rows, classes}, dnnl::memory::data_type::f32, dnnl::memory::format_tag::ab);
    dnnl::memory source(shape, engine, x.data()), result(shape, engine, y.data()), slope(shape, engine, dy.data()), gradient(shape, engine, dx.data());
    dnnl::logsoftmax_forward::primitive_desc forwardDesc({dnnl::prop_kind::forward_training, shape, 1}, engine);
    dnnl::logsoftmax_forward forward(forwardDesc);
    dnnl::logsoftmax_backward backward(dnnl::logsoftmax_backward::primitive_desc({shape, shape, 1}, engine, forwardDesc));
    auto runForward = [&] {
        forward.execute(stream, {{DNNL_ARG_SRC, source}, {DNNL_ARG_DST, result}});
        stream.wait();
    };
    auto runBoth = [&] {
        runForward();
        backward.execute(stream, {{DNNL_ARG_DST, result}, {DNNL_ARG_DIFF_DST, slope}, {DNNL_ARG_DIFF_SRC, gradient}});
        stream.wait();
    };
    std::printf("%f %f\n", Best(runForward, rows), Best(runBoth, rows));
}
